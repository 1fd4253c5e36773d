package org.superbill.payersimulator.inquiry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.superbill.payersimulator.adjudication.Decision.LineDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;

/**
 * The lines of a claim in its answer (005010X212, loops 2220D and 2220E): those that are asked about, else those of a claim whose decision stands, for a line may fare
 * otherwise than its claim. Pure.
 *
 * @param standing of the claim
 * @param asked loops 2210D or 2210E
 */
record AnsweredLines(PayerClaim known, Standing standing, List<Loop> asked) {
    /** @param id of the loop */
    List<Loop> of(String id) {
        if (asked.isEmpty() && !known.isHeld()) {
            return List.of();
        }
        return known.claim().lines().stream()
                .filter(line -> asked.isEmpty() || asked.stream().anyMatch(one -> isMeant(line, one)))
                .map(line -> line(id, line))
                .toList();
    }

    /** By the sender's number of the line (REF*FJ), else by what was billed. */
    private static boolean isMeant(Line line, Loop asked) {
        var number = asked.segment("REF", "FJ");
        if (number != null) {
            return number.element(2).equals(line.controlNumber());
        }
        var svc = asked.required("SVC");
        return svc.component(1, 2).equals(billed(line).get(1))
                && svc.requiredDecimal(2).compareTo(line.charge()) == 0;
    }

    private Loop line(String id, Line line) {
        var decided = decision(line);
        var revenueCode = line.procedure().isEmpty() ? null : line.revenueCode();
        var answer = new LoopBuilder(Guide.STATUS_RESPONSE_277.loop(id))
                .segment(
                        "SVC",
                        Segment.composite(billed(line)),
                        Segment.format(line.charge()),
                        Segment.format(decided.map(LineDecision::paid).orElse(BigDecimal.ZERO)),
                        revenueCode,
                        null,
                        null,
                        Segment.format(line.units()))
                .segment(
                        "STC",
                        decided.map(Standing::decided).orElse(standing.status()),
                        Segment.format(standing.since()));
        if (line.controlNumber() != null) {
            answer.segment("REF", "FJ", line.controlNumber());
        }
        return answer.add(DatePeriod.on("472", line.serviceDate()).dtp()).build();
    }

    private Optional<LineDecision> decision(Line line) {
        return Optional.ofNullable(known.decision()).filter(decision -> known.isHeld()).stream()
                .flatMap(decision -> decision.lines().stream())
                .filter(decided -> decided.line().number() == line.number())
                .findFirst();
    }

    /** SVC01: a revenue code where no procedure was sent. */
    private static List<String> billed(Line line) {
        var revenueCode = line.revenueCode();
        if (line.procedure().isEmpty() && revenueCode != null) {
            return List.of("NU", revenueCode);
        }
        var billed = new ArrayList<>(List.of("HC", line.procedure()));
        billed.addAll(line.modifiers());
        return billed;
    }
}
