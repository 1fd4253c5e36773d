package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Of an entry that a version has brought when it was sent: several may be sent on one day. */
    static String memo(String claimNumber) {
        return "Claim " + claimNumber + " was sent";
    }

    /**
     * @param booked the charges in the books
     * @param memo which version brings them; null where none is sent
     */
    static Stream<JournalEntry> of(
            UUID claimId, ClaimFacts facts, Collection<ChargedLine> booked, LocalDate today, @Nullable String memo) {
        var wanted = charged(facts);
        if (new HashSet<>(wanted).equals(new HashSet<>(booked))) {
            return Stream.empty();
        }
        var about = about(claimId, facts);
        return Stream.concat(
                entry(Kind.CHARGE_REVERSAL, booked, -1, about, today, memo),
                entry(Kind.CHARGE, wanted, 1, about, today, memo));
    }

    /** What the payer of these facts is charged at, without lines of zero. */
    static List<ChargedLine> charged(ClaimFacts facts) {
        var payerId = facts.payer().payerId();
        return facts.encounter().lines().stream()
                .filter(line -> line.chargeCents() != 0)
                .map(line -> new ChargedLine(payerId, line.lineNumber(), Cents.of(line.chargeCents())))
                .toList();
    }

    /** A void is with the payer: nothing is charged any more. */
    static Stream<JournalEntry> takenBack(
            UUID claimId, ClaimFacts facts, Collection<ChargedLine> booked, LocalDate today, @Nullable String memo) {
        return entry(Kind.CHARGE_REVERSAL, booked, -1, about(claimId, facts), today, memo);
    }

    /** What a payer owes for a line, or below zero is owed. @param claimLine absent for the claim as a whole */
    record OwedLine(UUID payerId, @Nullable Integer claimLine, Cents amount) {}

    /** What payers owe is the patient's. */
    static Optional<JournalEntry> toPatient(UUID claimId, ClaimFacts facts, List<OwedLine> owed, LocalDate today) {
        var about = about(claimId, facts);
        var lines = new JournalEntry.Builder();
        owed.forEach(line -> lines.move(
                line.amount(),
                Account.PATIENT_RECEIVABLE,
                Account.INSURANCE_RECEIVABLE,
                about.withPayer(line.payerId()),
                line.claimLine(),
                null));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(Ids.next(), Kind.BILLED_TO_PATIENT, today, null));
    }

    /** What the patient owes is the payer's again. @param owed by line, absent for the claim as a whole */
    static Optional<JournalEntry> toPayer(
            UUID claimId, ClaimFacts facts, UUID payerId, Map<@Nullable Integer, Cents> owed, LocalDate today) {
        var about = about(claimId, facts).withPayer(payerId);
        var lines = new JournalEntry.Builder();
        owed.forEach((line, amount) ->
                lines.move(amount, Account.INSURANCE_RECEIVABLE, Account.PATIENT_RECEIVABLE, about, line, null));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(Ids.next(), Kind.BILLED_TO_PAYER, today, null));
    }

    private static Reference about(UUID claimId, ClaimFacts facts) {
        return new Reference(facts.patient().patientId(), claimId, null, null);
    }

    private static Stream<JournalEntry> entry(
            Kind kind,
            Collection<ChargedLine> charges,
            int sign,
            Reference about,
            LocalDate today,
            @Nullable String memo) {
        var lines = new JournalEntry.Builder();
        charges.forEach(line -> lines.move(
                sign < 0 ? line.charge().negated() : line.charge(),
                Account.INSURANCE_RECEIVABLE,
                Account.PATIENT_SERVICE_REVENUE,
                about.withPayer(line.payerId()),
                line.claimLine(),
                null));
        return lines.isEmpty() ? Stream.empty() : Stream.of(lines.build(Ids.next(), kind, today, memo));
    }
}
