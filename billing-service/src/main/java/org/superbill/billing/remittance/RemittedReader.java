package org.superbill.billing.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.Reference;
import org.superbill.x12.remittance.Imbalance;
import org.superbill.x12.remittance.Loop1000APayer;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;
import org.superbill.x12.remittance.RemittanceClaim;

/**
 * Reads one ST of an 835 into amounts of billing, claim by claim. What cannot be read is told at the end: the payment first, then the
 * first claim.
 */
final class RemittedReader {
    private static final Set<String> GROUPS = Set.of("CO", "OA", "PI", "PR"); // 005010X221A1, CAS01
    private static final int MOST_DISAGREEMENTS = 200;

    private final byte[] file;
    private final int position;
    private final String controlNumber;
    private final int mostPartsKept;
    private final RemittanceBalance balance = new RemittanceBalance();
    private final List<Remitted.Disagreement> refusals = new ArrayList<>();
    private final List<Remitted.Claim> kept = new ArrayList<>();
    private final ContentHash content = new ContentHash();
    private Cents paid = Cents.ZERO;
    private int count;
    private final Set<String> reversed = new HashSet<>();
    private int parts;
    private @Nullable X12Exception unreadable;
    private @Nullable RemittanceAdvice header;

    /**
     * @param position of the ST in its file, from 1
     * @param mostPartsKept claims with so many {@link Remitted.Claim#parts} are kept; of more none is, and they are read again when they
     *     are needed
     */
    RemittedReader(byte[] file, int position, String controlNumber, int mostPartsKept) {
        this.file = file;
        this.position = position;
        this.controlNumber = controlNumber;
        this.mostPartsKept = mostPartsKept;
    }

    /** @return the {@link Remitted.Claim#parts} of the claim; 0 when it is not kept */
    int claim(Unit unit) {
        if (unreadable != null) {
            return 0;
        }
        try {
            var loop = RemittanceClaim.of(unit).claim();
            var claim = read(loop, position, ++count);
            balance.add(loop);
            paid = paid.plus(claim.paid());
            if (claim.isReversal()) {
                reversed.add(claim.claimNumber());
            }
            content.add(claim);
            if (refusals.size() < MOST_DISAGREEMENTS) {
                refusals.addAll(refusals(claim, count));
            }
            parts += claim.parts();
            if (parts <= mostPartsKept) {
                kept.add(claim);
            } else {
                kept.clear();
            }
            return claim.parts();
        } catch (X12Exception e) {
            unreadable = e;
            return 0;
        }
    }

    /** @param advice without its claims */
    void end(RemittanceAdvice advice) {
        header = advice;
    }

    /**
     * @throws X12Exception when something that the posting needs is missing, or an amount has a fraction of a cent or is above
     *     {@link Cents#MOST}
     */
    Remitted remitted() {
        var advice = Objects.requireNonNull(header);
        var payment = advice.payment();
        var amount = cents(payment.amount(), place(position) + "/BPR02");
        if (unreadable != null) {
            throw new X12Exception(String.valueOf(unreadable.getMessage()), unreadable);
        }
        var providerAdjustments = advice.providerAdjustments().stream()
                .map(adjustment -> new Remitted.ProviderAdjustment(
                        adjustment.reason(),
                        adjustment.reference(),
                        cents(adjustment.amount(), place(position) + "/PLB")))
                .toList();
        return new Remitted(
                controlNumber,
                advice.traceNumber(),
                advice.payerIdentifier(),
                advice.payer().name(),
                identifiers(advice.payer()),
                advice.payee().loop().required("N1").element(3),
                advice.payee().id(),
                payment.isDebit() ? amount.negated() : amount,
                payment.date(),
                payment.method(),
                parts <= mostPartsKept
                        ? RemittedClaims.of(kept)
                        : new RemittedClaims.ReadAgain(file, position, count, paid, reversed),
                providerAdjustments,
                content.of(providerAdjustments),
                disagreements(advice, amount),
                Set::of,
                null);
    }

    private List<Remitted.Disagreement> disagreements(RemittanceAdvice advice, Cents amount) {
        var disagreements = new ArrayList<Remitted.Disagreement>();
        balance.finish(advice.payment(), advice.providerAdjustments()).stream()
                .map(RemittedReader::disagreement)
                .limit(MOST_DISAGREEMENTS)
                .forEach(disagreements::add);
        if (amount.value() < 0) {
            disagreements.add(refused("transaction", 0, 0, "negative-payment", null, "BPR02 is below zero"));
        }
        disagreements.addAll(refusals);
        return disagreements;
    }

    private static String place(int position) {
        return "/transaction/" + position;
    }

    private static List<String> identifiers(Loop1000APayer payer) {
        return Stream.concat(
                        Stream.ofNullable(payer.id()),
                        payer.references().stream()
                                .filter(reference -> reference.qualifier().equals("2U"))
                                .map(Reference::value))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * @param position of the ST in its file
     * @param number of the claim in the ST, from 1
     * @throws X12Exception as {@link #remitted}
     */
    static Remitted.Claim read(Loop2100ClaimPayment claim, int position, int number) {
        var place = "%s/claim/%d".formatted(place(position), number);
        var lines = new ArrayList<Remitted.Line>();
        LocalDate first = null;
        for (var line : claim.servicePayment()) {
            lines.add(line(line, "%s/line/%d".formatted(place, lines.size() + 1)));
            var on = line.firstServiceDate();
            first = first == null || on != null && on.isBefore(first) ? on : first;
        }
        var statementFrom = claim.date("232");
        return new Remitted.Claim(
                claim.patientControlNumber(),
                claim.status().code(),
                cents(claim.chargeAmount(), place + "/CLP03"),
                cents(claim.paidAmount(), place + "/CLP04"),
                claim.patientResponsibility() == null
                        ? Cents.ZERO
                        : cents(claim.patientResponsibility(), place + "/CLP05"),
                claim.payerClaimControlNumber().isEmpty() ? null : claim.payerClaimControlNumber(),
                patient(claim),
                statementFrom == null ? first : statementFrom,
                adjustments(claim.adjustments(), place),
                claim.remarkCodes(),
                lines,
                claim.name("TT") != null,
                patientPaid(claim, place));
    }

    private static @Nullable Cents patientPaid(Loop2100ClaimPayment claim, String place) {
        var paid = claim.patientPaidAmount();
        return paid == null ? null : cents(paid, place + "/AMT");
    }

    private static Remitted.@Nullable Patient patient(Loop2100ClaimPayment claim) {
        var patient = claim.patient();
        if (patient == null || patient.lastOrOrganization() == null) {
            return null;
        }
        var insured = claim.name("IL");
        var memberId = patient.id() == null && insured != null ? insured.id() : patient.id();
        return new Remitted.Patient(patient.lastOrOrganization(), patient.first(), memberId, claim.reference("1L"));
    }

    private static Remitted.Line line(Loop2110ServicePayment line, String place) {
        var submitted = line.submittedProcedure();
        var allowed = line.allowedAmount();
        return new Remitted.Line(
                line.lineControlNumber(),
                line.procedure().code(),
                submitted == null ? null : submitted.code(),
                (submitted == null ? line.procedure() : submitted).modifiers(),
                line.firstServiceDate(),
                cents(line.chargeAmount(), place + "/SVC02"),
                cents(line.paidAmount(), place + "/SVC03"),
                allowed == null ? null : cents(allowed, place + "/AMT"),
                adjustments(line.adjustments(), place),
                line.remarkCodes());
    }

    private static List<Remitted.Adjustment> adjustments(List<Adjustment> adjustments, String place) {
        return adjustments.stream()
                .map(adjustment -> new Remitted.Adjustment(
                        adjustment.group().code(), adjustment.reason(), cents(adjustment.amount(), place + "/CAS")))
                .toList();
    }

    private static Remitted.Disagreement disagreement(Imbalance sums) {
        return new Remitted.Disagreement(
                sums.level().name().toLowerCase(Locale.ROOT),
                sums.claim(),
                sums.line(),
                sums.expected().toPlainString(),
                sums.paid().toPlainString(),
                sums.message(),
                null,
                null);
    }

    /** What must not be posted though its sums agree. */
    private static List<Remitted.Disagreement> refusals(Remitted.Claim claim, int number) {
        var refusals = new ArrayList<Remitted.Disagreement>();
        if (claim.paid().value() < 0 && !claim.isReversal()) {
            refusals.add(refused(
                    "claim",
                    number,
                    0,
                    "negative-payment",
                    null,
                    "Claim %d is paid less than zero and is no reversal (CLP02 22)".formatted(number)));
        }
        if (!claim.isReversal() && patientsPart(claim).value() < 0) {
            refusals.add(refused(
                    "claim",
                    number,
                    0,
                    "negative-patient-responsibility",
                    "CAS",
                    "The patient's part (PR) of claim %d is below zero and it is no reversal (CLP02 22)"
                            .formatted(number)));
        }
        if (hasUnknownGroup(claim.adjustments())) {
            refusals.add(unknownGroup("claim", number, 0));
        }
        for (var i = 0; i < claim.lines().size(); i++) {
            if (hasUnknownGroup(claim.lines().get(i).adjustments())) {
                refusals.add(unknownGroup("line", number, i + 1));
            }
        }
        return refusals;
    }

    /** What the payer calls the patient's, not what CLP05 says of it. A negative adjustment may take back another one of the claim. */
    private static Cents patientsPart(Remitted.Claim claim) {
        var ofLines = claim.lines().stream().flatMap(line -> line.adjustments().stream());
        return Cents.sum(
                Stream.concat(claim.adjustments().stream(), ofLines)
                        .filter(adjustment -> adjustment.group().equals("PR"))
                        .toList(),
                Remitted.Adjustment::amount);
    }

    private static boolean hasUnknownGroup(List<Remitted.Adjustment> adjustments) {
        return adjustments.stream().anyMatch(adjustment -> !GROUPS.contains(adjustment.group()));
    }

    private static Remitted.Disagreement unknownGroup(String level, int claim, int line) {
        return refused(
                level,
                claim,
                line,
                "unknown-adjustment-group",
                "CAS01",
                "An adjustment of claim %d has a group other than CO, OA, PI and PR".formatted(claim));
    }

    private static Remitted.Disagreement refused(
            String level, int claim, int line, String rule, @Nullable String element, String message) {
        return new Remitted.Disagreement(level, claim, line, "", "", message, rule, element);
    }

    private static Cents cents(BigDecimal dollars, String place) {
        try {
            return Cents.ofDollars(dollars);
        } catch (ArithmeticException e) {
            var above = dollars.abs().compareTo(Cents.MOST.dollars()) > 0;
            throw new X12Exception(
                    above
                            ? "amount-too-large: %s is above %s".formatted(place, Cents.MOST.dollars())
                            : "amount-fraction: %s has a fraction of a cent".formatted(place),
                    e);
        }
    }
}
