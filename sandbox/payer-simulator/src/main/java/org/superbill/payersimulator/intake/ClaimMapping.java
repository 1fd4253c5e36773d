package org.superbill.payersimulator.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Decision;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
import org.superbill.payersimulator.adjudication.SubmittedClaim.PriorDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim.PriorPayer;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;

/** What the payer keeps of a claim in an 837P or 837I. */
final class ClaimMapping {
    private static final Set<String> DIAGNOSES = Set.of("ABK", "ABF", "BK", "BF");
    private static final int CODES_OF_A_SEGMENT = 12;

    private ClaimMapping() {}

    /** @param payerClaimNumber the payer's own number for it */
    static SubmittedClaim map(String account, String payerClaimNumber, ReceivedClaim sent) {
        var claim = sent.claim();
        var clm = claim.required("CLM");
        var subscriber = person(sent.subscriber());
        var patient = sent.patient();
        var payer = sent.payer();
        var payee = sent.billingProviderName();
        return new SubmittedClaim(
                account,
                payerClaimNumber,
                sent.claimNumber(),
                clm.component(5, 3),
                reference(claim, "D9"),
                reference(claim, "F8"),
                sent.memberId(),
                sent.responsibility(),
                new Payer(text(payer.lastOrOrganization()), text(payer.id())),
                new Payee(
                        text(payee.lastOrOrganization()),
                        text(payee.id()),
                        text(reference(sent.billingProvider(), "EI"))),
                patient == null ? subscriber : person(patient),
                patient == null ? null : subscriber,
                clm.component(5, 1),
                diagnoses(claim),
                claim.loops("2400", line -> line(line, claim)),
                claim.loops("2320", loop -> loop).stream()
                        .filter(other -> other.segment("AMT", "D") != null) // else it has not decided
                        .map(ClaimMapping::priorPayer)
                        .toList(),
                sent.route());
    }

    private static List<String> diagnoses(Loop claim) {
        var codes = new ArrayList<String>();
        for (var hi : claim.segments("HI")) {
            for (var at = 1; at <= CODES_OF_A_SEGMENT; at++) {
                if (DIAGNOSES.contains(hi.component(at, 1))) {
                    codes.add(hi.component(at, 2));
                }
            }
        }
        return codes;
    }

    private static PriorPayer priorPayer(Loop other) {
        return new PriorPayer(
                other.required("2330B", loop -> loop).required("NM1").element(9),
                decimal(other.segment("AMT", "D"), 2),
                adjustments(other));
    }

    private static Line line(Loop line, Loop claim) {
        var sv2 = line.segment("SV2"); // a facility's
        var sv = sv2 == null ? line.required("SV1") : sv2;
        var at = sv2 == null ? 1 : 2;
        var procedure = sv.has(at) ? Procedure.of(sv, at) : null;
        var number = line.required("LX").integer(1);
        return new Line(
                number == null ? 0 : number,
                reference(line, "6R"),
                procedure == null ? "" : procedure.code(),
                sv2 == null ? null : sv2.element(1),
                procedure == null ? List.of() : procedure.modifiers(),
                sv.requiredDecimal(at + 1),
                sv.requiredDecimal(at + 3),
                serviceDate(line, claim),
                line.loops("2430", ClaimMapping::priorDecision));
    }

    /** DTP*472; a facility's line may leave it to the statement (DTP*434). */
    private static LocalDate serviceDate(Loop line, Loop claim) {
        var own = line.segment("DTP", "472");
        var dtp = own == null ? claim.segment("DTP", "434") : own;
        if (dtp == null) {
            throw new X12Exception("A line has no date");
        }
        return DatePeriod.of(dtp).from();
    }

    private static PriorDecision priorDecision(Loop decision) {
        var svd = decision.required("SVD");
        return new PriorDecision(svd.element(1), svd.requiredDecimal(2), adjustments(decision));
    }

    private static List<Decision.Adjustment> adjustments(Loop loop) {
        return Adjustment.of(loop).stream()
                .map(each -> new Decision.Adjustment(each.group().code(), each.reason(), each.amount()))
                .toList();
    }

    private static BigDecimal decimal(@Nullable Segment segment, int element) {
        return segment == null ? BigDecimal.ZERO : segment.requiredDecimal(element);
    }

    private static @Nullable String reference(Loop loop, String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    private static Person person(EntityName name) {
        return new Person(text(name.lastOrOrganization()), name.first());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
