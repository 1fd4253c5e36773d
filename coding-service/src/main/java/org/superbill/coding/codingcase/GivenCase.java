package org.superbill.coding.codingcase;

import java.util.UUID;

/** A case and the subject of the coder whom it goes to. */
public record GivenCase(UUID caseId, String coder) {}
