"""Other groups of an assessment: invite them, hand out their links, see how many took part."""
