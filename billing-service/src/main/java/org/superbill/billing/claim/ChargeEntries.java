package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ChargedLine;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.ids.Ids;

/**
 * Charges come into the books when a claim is first sent; a version with other charges, or to another payer, takes the old ones back
 * from whom they were asked of and brings its own.
 */
final class ChargeEntries {
    private ChargeEntries() {}

    /** @param booked the charges in the books */
    static Stream<JournalEntry> of(UUID claimId, ClaimFacts facts, Collection<ChargedLine> booked, LocalDate today) {
        var payerId = facts.payer().payerId();
        var wanted = facts.encounter().lines().stream()
                .filter(line -> line.chargeCents() != 0)
                .map(line -> new ChargedLine(payerId, line.lineNumber(), Cents.of(line.chargeCents())))
                .toList();
        if (new HashSet<>(wanted).equals(new HashSet<>(booked))) {
            return Stream.empty();
        }
        var about = new Reference(facts.patient().patientId(), claimId, null, null);
        return Stream.concat(
                entry(Kind.CHARGE_REVERSAL, booked, -1, about, today), entry(Kind.CHARGE, wanted, 1, about, today));
    }

    private static Stream<JournalEntry> entry(
            Kind kind, Collection<ChargedLine> charges, int sign, Reference about, LocalDate today) {
        var lines = new JournalEntry.Builder();
        charges.forEach(line -> lines.move(
                sign < 0 ? line.charge().negated() : line.charge(),
                Account.INSURANCE_RECEIVABLE,
                Account.PATIENT_SERVICE_REVENUE,
                about.withPayer(line.payerId()),
                line.claimLine(),
                null));
        return lines.isEmpty() ? Stream.empty() : Stream.of(lines.build(Ids.next(), kind, today, null));
    }
}
