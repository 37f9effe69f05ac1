"""What a user can do: one keyword-only function an action, run on the store thread, returning Changes."""
