"""From the typed programme and a profile's layouts to grids and running text. Pure: no files, no XML."""
