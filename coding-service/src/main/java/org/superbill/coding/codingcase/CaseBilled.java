package org.superbill.coding.codingcase;

import java.time.Instant;
import java.util.UUID;

/**
 * A claim is with its payer.
 *
 * @param kind of the case that it bills
 */
public record CaseBilled(UUID encounterId, CaseKind kind, Instant at) {}
