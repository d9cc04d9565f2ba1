// Generated models are all there is.
