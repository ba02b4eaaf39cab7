"""An assessment without a screen: invitations, letters, closing, agreements."""
