package org.superbill.coding.codingcase;

import java.util.UUID;

/** The cases of an encounter are void; observed in the transaction in which they become so. */
public record CaseVoided(UUID encounterId) {}
