"""Comments and code scanning results of one change, on GitHub and GitLab."""
