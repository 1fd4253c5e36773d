package org.superbill.coding.codingcase;

import java.util.UUID;

/**
 * A version of a case has gone to billing, for those who learn from it; observed in the transaction of the release.
 *
 * @param coding in stored form
 * @param passedThrough whether no coder has seen it
 */
public record CaseReleased(UUID caseId, int version, CaseKind kind, CaseCoding coding, boolean passedThrough) {}
