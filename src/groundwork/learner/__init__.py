"""What belongs to one learner: workspace, kept reflections, artefacts, answers."""
