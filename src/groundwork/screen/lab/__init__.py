"""JupyterLab as the learner sees it: the server that starts it, and its extension."""
