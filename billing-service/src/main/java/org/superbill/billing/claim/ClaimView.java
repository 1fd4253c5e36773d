package org.superbill.billing.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.PassedWarning;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.AccidentOccurrence;
import org.superbill.billing.reference.AdvanceNotice;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.revision.Revision;

/**
 * A claim as the API shows it, by its current version.
 *
 * @param claimNumber CLM01 of the current version
 * @param billedTo who is asked for the money
 * @param payerInTurn the turn of the payer that is billed: 1 primary, 2 secondary, 3 tertiary
 * @param gatheredEncounterIds of further encounters that it bills; absent when it bills one
 * @param payerClaimNumber by which the payer that is billed knows the claim; {@code partClaimNumbers} that of each part, where it has decided the claim in parts (MA15)
 * @param codingVersion the newest coding of the encounter; {@code sentCodingVersion} is that of the current version
 * @param facility what a facility's claim says of the stay; absent of a professional one
 * @param says what the current version says besides its lines; absent in lists
 */
@Schema(name = "Claim")
record ClaimView(
        UUID id,
        UUID encounterId,
        @Nullable List<UUID> gatheredEncounterIds,
        UUID patientId,
        @Schema(examples = "professional") String form,
        Payer payer,
        Coverage coverage,
        int version,
        @Schema(examples = "SB1000000V1") String claimNumber,
        @Schema(examples = "1") String frequency,
        Transport transport,
        Instant transportSince,
        Adjudication adjudication,
        Money money,
        Owner owner,
        long totalChargeCents,
        @Nullable String payerClaimNumber,
        @Nullable List<String> partClaimNumbers,
        int codingVersion,
        int sentCodingVersion,
        boolean voided,
        @Nullable Instant sentAt,
        List<Finding> findings,
        List<PassedWarning> passedWarnings,
        List<Rejection> rejections,
        List<Line> lines,
        NextAllowed nextAllowed,
        List<VersionView> versions,
        BilledTo billedTo,
        int payerInTurn,
        @Nullable Facility facility,
        @Nullable ClaimSays says,
        long revision) {

    /** Who is billed. */
    @Schema(name = "ClaimPayer")
    record Payer(UUID id, String name) {}

    /** The coverage as the current version has it; a coverage that was corrected later is in the next one. */
    @Schema(name = "ClaimCoverage")
    record Coverage(
            UUID id,
            int sequence,
            @Schema(examples = "W123456789") String memberId) {}

    /**
     * From the ledger. {@code settled}: adjudicated, and nobody owes anything.
     *
     * @param payers each by itself: what one has paid too much is not netted against what another owes
     * @param creditCents all that was paid too much
     */
    @Schema(name = "ClaimMoney")
    record Money(
            long insuranceBalanceCents,
            long patientBalanceCents,
            long creditCents,
            List<PayerBalance> payers,
            @Schema(examples = "open") String status) {
        /** @param balanceCents what the payer owes, below zero its credit */
        @Schema(name = "ClaimPayerBalance")
        record PayerBalance(UUID payerId, long balanceCents) {}

        static Money of(Claim claim, ClaimMoney money) {
            return new Money(
                    money.insurance().value(),
                    money.patient().value(),
                    money.credit().value(),
                    money.payers().entrySet().stream()
                            .map(payer -> new PayerBalance(
                                    payer.getKey(), payer.getValue().value()))
                            .sorted(Comparator.comparing(
                                    payer -> payer.payerId().toString()))
                            .toList(),
                    statusOf(claim, money));
        }

        static String statusOf(Claim claim, ClaimMoney money) {
            return claim.turn().adjudication().isDecided() && money.nobodyOwes() ? "settled" : "open";
        }
    }

    /**
     * As in form locators 4 to 41 of the UB-04.
     *
     * @param typeOfBill with its leading zero and the frequency (CLM05)
     */
    @Schema(name = "ClaimFacility")
    record Facility(
            @Schema(examples = "0131") String typeOfBill,
            @Nullable String admissionType,
            @Nullable String admissionSource,
            @Nullable String patientStatus,
            @Nullable List<String> conditionCodes,
            @Nullable List<Occurrence> occurrences,
            @Nullable List<Occurrence> occurrenceSpans,
            @Nullable List<Value> values) {
        /** @param through of a span */
        @Schema(name = "ClaimOccurrence")
        record Occurrence(
                @Schema(examples = "11") String code,
                LocalDate date,
                @Nullable LocalDate through) {}

        /** @param amount dollars, or a number, as the code has it */
        @Schema(name = "ClaimValue")
        record Value(@Schema(examples = "A1") String code, BigDecimal amount) {}

        static @Nullable Facility of(ClaimVersion version) {
            var facts = version.content().facts();
            var said = facts.encounter().details().institutional();
            return said == null
                    ? null
                    : new Facility(
                            "0" + said.typeOfBill() + version.frequency(),
                            said.admissionType(),
                            said.admissionSource(),
                            said.patientStatus(),
                            said.conditionCodes(),
                            occurrences(AccidentOccurrence.withIt(facts)),
                            occurrences(said.occurrenceSpans()),
                            said.values() == null
                                    ? null
                                    : said.values().stream()
                                            .map(value -> new Value(value.code(), value.amount()))
                                            .toList());
        }

        private static @Nullable List<Occurrence> occurrences(@Nullable List<ClaimDetails.Occurrence> said) {
            return said == null
                    ? null
                    : said.stream()
                            .map(one -> new Occurrence(one.code(), one.date(), one.through()))
                            .toList();
        }
    }

    /** Who acts next, until when: what a biller is to send, not after the last day on which it is in time. */
    @Schema(name = "ClaimOwner")
    record Owner(OwnerRole role, @Nullable LocalDate due) {
        private static Owner of(Claim claim, @Nullable LocalDate lastDay) {
            var due = claim.ownerDue();
            return claim.ownerRole() == OwnerRole.BILLER && due != null && lastDay != null && lastDay.isBefore(due)
                    ? new Owner(claim.ownerRole(), lastDay)
                    : new Owner(claim.ownerRole(), due);
        }
    }

    /**
     * @param procedureCode empty where a facility's line has its revenue code alone
     * @param revenueCode of a facility's line
     * @param owedIfDenied who owes the line if Medicare denies it as not covered or not necessary, {@code patient} or {@code provider},
     *     where the modifiers tell of an advance notice (GA, GX, GY, GZ)
     * @param paidCents absent in lists, as is {@code denied}
     * @param denialReason in plain words
     */
    @Schema(name = "ClaimLine")
    record Line(
            int lineNumber,
            String procedureCode,
            @Schema(examples = "0270") @Nullable String revenueCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate,
            List<Integer> diagnosisPointers,
            @Nullable String owedIfDenied,
            @Nullable Long paidCents,
            @Nullable Boolean denied,
            @Nullable String denialReason) {}

    /** One version in short; {@code reason}: why it is held, or why it was made. */
    @Schema(name = "ClaimVersion")
    record VersionView(
            int version,
            String claimNumber,
            String frequency,
            Transport transport,
            @Nullable Instant sentAt,
            @Nullable String reason) {}

    /** @param lastDay on which what is to be sent is in time @param lines makes the view of a line of the encounter */
    private static ClaimView of(
            Claim claim,
            ClaimMoney money,
            NextAllowed next,
            @Nullable LocalDate lastDay,
            @Nullable ClaimSays says,
            Function<EncounterCoded.Line, Line> lines) {
        var current = claim.current();
        var facts = current.facts();
        return new ClaimView(
                claim.id(),
                claim.encounterId(),
                claim.encounters().all().size() == 1
                        ? null
                        : claim.encounters()
                                .all()
                                .subList(1, claim.encounters().all().size()),
                claim.patientId(),
                claim.isInstitutional() ? "institutional" : "professional",
                new Payer(claim.payerId(), facts.payer().name()),
                new Coverage(
                        facts.coverage().coverageId(),
                        facts.coverage().sequence(),
                        facts.coverage().memberId()),
                current.version(),
                current.claimNumber(),
                current.frequency(),
                current.transport(),
                current.transportSince(),
                claim.turn().adjudication(),
                Money.of(claim, money),
                Owner.of(claim, lastDay),
                current.totalChargeCents(),
                claim.turn().payerClaimNumber(),
                claim.turn().payersNumbers().parts().isEmpty()
                        ? null
                        : claim.turn().payersNumbers().parts(),
                claim.codingVersion(),
                facts.encounter().version(),
                claim.isVoided(),
                current.sentAt(),
                current.findings(),
                current.passedWarnings(),
                current.rejections(),
                facts.encounter().lines().stream().map(lines).toList(),
                next,
                claim.versions().stream()
                        .map(version -> new VersionView(
                                version.version(),
                                version.claimNumber(),
                                version.frequency(),
                                version.transport(),
                                version.sentAt(),
                                version.reason()))
                        .toList(),
                claim.turn().billedTo(),
                claim.turn().billingSequence(),
                claim.isInstitutional() ? Facility.of(current) : null,
                says,
                claim.revision());
    }

    static ClaimView of(
            Claim claim,
            ClaimMoney money,
            NextAllowed next,
            @Nullable LocalDate lastDay,
            Map<Integer, Cents> paidByLine,
            List<DenialView> denials) {
        return of(
                claim,
                money,
                next,
                lastDay,
                ClaimSays.of(claim.current().facts()),
                line -> line(line, paidByLine, denials));
    }

    /** Without what was paid and denied of each line. */
    static ClaimView inList(Claim claim, ClaimMoney money, NextAllowed next, @Nullable LocalDate lastDay) {
        return of(claim, money, next, lastDay, null, line -> line(line, null, null, null));
    }

    private static Line line(EncounterCoded.Line line, Map<Integer, Cents> paidByLine, List<DenialView> denials) {
        var reason = denials.stream()
                .filter(denial -> denial.state().equals("open"))
                .filter(denial -> denial.lineNumber() == null || denial.lineNumber() == line.lineNumber())
                .map(DenialView::reason)
                .findFirst()
                .orElse(null);
        var paid = paidByLine.getOrDefault(line.lineNumber(), Cents.ZERO).value();
        return line(line, paid, reason != null, reason);
    }

    private static Line line(
            EncounterCoded.Line line, @Nullable Long paidCents, @Nullable Boolean denied, @Nullable String reason) {
        return new Line(
                line.lineNumber(),
                line.procedureCode(),
                line.more().revenueCode(),
                line.modifiers(),
                line.units(),
                line.chargeCents(),
                line.serviceDate(),
                line.diagnosisPointers(),
                AdvanceNotice.of(line.modifiers())
                        .map(notice -> notice.owes().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                paidCents,
                denied,
                reason);
    }

    String etag() {
        return new Revision(revision).etag();
    }

    /** Only for the API's document. */
    @Schema(name = "ClaimPage")
    record Listed(List<ClaimView> items, @Nullable String nextCursor) {}
}
