package org.superbill.coding.codingcase;

import java.util.UUID;

/**
 * Errors of a finalized case that an audit has upheld.
 *
 * @param auditor the subject of who judged it
 * @param lead the subject of who began the audit
 */
public record UpheldError(FinalCoding coded, UUID auditId, UUID itemId, String auditor, String lead) {}
