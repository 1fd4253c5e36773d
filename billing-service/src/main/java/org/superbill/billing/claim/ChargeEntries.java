package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.ids.Ids;

/** Charges come into the books when a claim is first sent; a version with other charges takes the old ones back and brings its own. */
final class ChargeEntries {
    private ChargeEntries() {}

    /** @param booked the charges in the books by line number */
    static Stream<JournalEntry> of(UUID claimId, ClaimFacts facts, Map<Integer, Cents> booked, LocalDate today) {
        var wanted = new TreeMap<Integer, Cents>();
        facts.encounter().lines().forEach(line -> wanted.put(line.lineNumber(), Cents.of(line.chargeCents())));
        if (wanted.equals(booked)) {
            return Stream.empty();
        }
        var reference = new Reference(
                facts.patient().patientId(), claimId, facts.payer().payerId(), null);
        return Stream.of(
                        entry(Kind.CHARGE_REVERSAL, booked, -1, reference, today),
                        entry(Kind.CHARGE, wanted, 1, reference, today))
                .flatMap(entries -> entries);
    }

    private static Stream<JournalEntry> entry(
            Kind kind, Map<Integer, Cents> charges, int sign, Reference reference, LocalDate today) {
        var lines = new JournalEntry.Builder();
        charges.forEach((line, charge) -> lines.move(
                sign < 0 ? charge.negated() : charge,
                Account.INSURANCE_RECEIVABLE,
                Account.PATIENT_SERVICE_REVENUE,
                reference,
                line,
                null));
        return lines.isEmpty() ? Stream.empty() : Stream.of(lines.build(Ids.next(), kind, today, null));
    }
}
