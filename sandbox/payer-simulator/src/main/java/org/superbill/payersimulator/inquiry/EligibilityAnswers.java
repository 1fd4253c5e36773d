package org.superbill.payersimulator.inquiry;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.adjudication.Adjudicator;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.benefit.Benefits;
import org.superbill.payersimulator.benefit.Benefits.Member;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.payersimulator.scenario.Scenarios;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.Unit;
import org.superbill.x12.eligibility.response.EligibilityResponse;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;

/**
 * Answers a 270 by a 271 (005010X279A1) from members and benefits: whether the plan covers the day that is asked about, and of each service type that is asked (EQ01) the copay of an
 * office visit or the coinsurance of all else; of the whole plan (30) both. A member whom the payer was not told of has what the published rules give everybody.
 */
@Singleton
public class EligibilityAnswers {
    private static final Guide GUIDE = Guide.ELIGIBILITY_RESPONSE_271;
    private static final AnsweredLevels LEVELS = new AnsweredLevels(GUIDE);
    /** Service types (element 1365). */
    private static final String PLAN = "30";

    private static final String OFFICE_VISIT = "98";
    /** CARC of a service outside of the coverage. */
    private static final String NOT_COVERED = "27";

    private final Benefits benefits;
    private final PayerClock clock;
    private final Scenarios scenarios;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;

    EligibilityAnswers(
            Benefits benefits, PayerClock clock, Scenarios scenarios, Mailboxes mailboxes, Envelopes envelopes) {
        this.benefits = benefits;
        this.clock = clock;
        this.scenarios = scenarios;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
    }

    /** @param asked subscribers (loop 2000C) of one functional group; one 271 for each transaction set */
    public void answer(String account, Route route, List<Unit> asked) {
        asked.stream()
                .collect(Collectors.groupingBy(
                        unit -> unit.set().controlNumber(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(set -> mailboxes.deliver(account, "271", envelopes.of(route, GUIDE, answer(set))));
    }

    private EligibilityResponse answer(List<Unit> asked) {
        return new EligibilityResponse(new LoopBuilder(GUIDE.root())
                .segment(
                        "BHT",
                        "0022",
                        "11",
                        asked.get(0).ancestor("").required("BHT").value(3),
                        Segment.format(clock.today()),
                        "1200")
                .addAll(LEVELS.of(List.of("2000A", "2000B"), asked, unit -> subscriber(unit.loop())))
                .build());
    }

    private Loop subscriber(Loop asked) {
        var name = asked.required("2100C", loop -> loop);
        var memberId = name.required("NM1").element(9);
        var scenario = scenarios.ofMember(memberId);
        var member = benefits.member(memberId).orElse(null);
        var level = level(asked);
        if (isUnknown(scenario)) {
            return level.add(LEVELS.name(name)
                            .segment("AAA", "N", null, "75", "C") // the subscriber is not found; correct and ask again
                            .build())
                    .build();
        }
        var dependents = asked.loops("2000D", loop -> loop);
        if (dependents.isEmpty()) {
            return level.add(person(name, "2110C", scenario, member)).build();
        }
        level.add(LEVELS.name(name).build());
        for (var dependent : dependents) {
            level.add(level(dependent)
                    .add(person(dependent.required("2100D", loop -> loop), "2110D", scenario, member))
                    .build());
        }
        return level.build();
    }

    /** A claim of such a member is rejected for the member id. */
    private static boolean isUnknown(Scenario scenario) {
        var rejection = scenario.rejection();
        return rejection != null && "IL".equals(rejection.entity());
    }

    private static LoopBuilder level(Loop asked) {
        var level = new LoopBuilder(GUIDE.loop(asked.id()))
                .segment("HL", null, null, asked.required("HL").element(3));
        asked.segments("TRN").forEach(trn -> level.add(trn.with(1, "2")));
        return level;
    }

    private Loop person(Loop asked, String benefitLoop, Scenario scenario, @Nullable Member member) {
        var name = LEVELS.name(asked).add(asked.segment("DMG"));
        if (member != null) {
            name.add(DatePeriod.on("346", member.coverageFrom()).dtp());
            if (member.coverageTo() != null) {
                name.add(DatePeriod.on("347", member.coverageTo()).dtp());
            }
        }
        var copay = member == null ? Adjudicator.COPAY : member.copay();
        var coinsurance = member == null ? Adjudicator.COINSURANCE_SHARE : member.coinsuranceShare();
        var covered = isCovered(scenario, member, day(asked, benefitLoop));
        var asksOfVisits = serviceTypes(asked, benefitLoop).contains(OFFICE_VISIT);
        for (var serviceType : serviceTypes(asked, benefitLoop)) {
            name.add(benefit(benefitLoop, covered ? "1" : "6", serviceType, null, null));
            if (covered && !serviceType.equals(OFFICE_VISIT)) {
                name.add(benefit(benefitLoop, "A", serviceType, null, coinsurance));
            }
            if (covered && (serviceType.equals(OFFICE_VISIT) || serviceType.equals(PLAN) && !asksOfVisits)) {
                name.add(benefit(benefitLoop, "B", OFFICE_VISIT, copay, null));
            }
        }
        return name.build();
    }

    /** Each once, in the order of the question; of the whole plan where it names none. */
    private static List<String> serviceTypes(Loop asked, String benefitLoop) {
        var types = asked.loops(benefitLoop, loop -> loop).stream()
                .map(loop -> loop.required("EQ"))
                .flatMap(eq -> eq.repetitions(1).stream())
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
        return types.isEmpty() ? List.of(PLAN) : types;
    }

    private static boolean isCovered(Scenario scenario, @Nullable Member member, LocalDate day) {
        if (member != null && !member.isCovered(day)) {
            return false;
        }
        return scenario.rule(0, true)
                .filter(rule -> NOT_COVERED.equals(rule.carc()))
                .isEmpty();
    }

    /** DTP*291 of the person or of the first benefit that has one; today where the question has none. */
    private LocalDate day(Loop asked, String benefitLoop) {
        var dtp = asked.segment("DTP", "291");
        for (var benefit : asked.loops(benefitLoop, loop -> loop)) {
            dtp = dtp == null ? benefit.segment("DTP", "291") : dtp;
        }
        return dtp == null ? clock.today() : DatePeriod.of(dtp).from();
    }

    /** @param information EB01: 1 active, 6 inactive, A coinsurance, B copay */
    private static Loop benefit(
            String loop,
            String information,
            String serviceType,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal share) {
        return new LoopBuilder(GUIDE.loop(loop))
                .segment(
                        "EB",
                        information,
                        null,
                        serviceType,
                        null,
                        null,
                        null,
                        Segment.format(amount),
                        Segment.format(share))
                .build();
    }
}
