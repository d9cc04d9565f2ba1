// This target contains only generated models.
