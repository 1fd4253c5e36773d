package org.superbill.events;

import java.util.UUID;

/**
 * Where a claim stands, each axis apart. Key: encounter id. The values of the axes are those of the API, in kebab case.
 *
 * @param transport e.g. {@code sent}, {@code rejected}, {@code accepted}
 * @param adjudication e.g. {@code none}, {@code paid}, {@code denied}
 * @param moneyStatus {@code open} or {@code settled}: adjudicated, and nobody owes anything
 * @param ownerRole who acts next: {@code biller}, {@code coder}, {@code provider}, {@code payer}, {@code patient}, {@code nobody}
 */
public record ClaimStatusChanged(
        UUID claimId,
        UUID encounterId,
        int claimVersion,
        String claimNumber,
        String transport,
        String adjudication,
        String moneyStatus,
        long insuranceBalanceCents,
        long patientBalanceCents,
        String ownerRole)
        implements Event {
    @Override
    public String subject() {
        return encounterId.toString();
    }
}
