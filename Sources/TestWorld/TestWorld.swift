// TestWorld
