package org.superbill.coding.codingcase;

import java.util.UUID;

/** A case is there that nobody has; observed in the transaction in which it appears. */
public record CaseReady(UUID caseId) {}
