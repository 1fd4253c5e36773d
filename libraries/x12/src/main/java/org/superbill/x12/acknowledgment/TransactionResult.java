package org.superbill.x12.acknowledgment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Error.Level;
import org.superbill.x12.guide.Guide;

/**
 * What was found in one transaction set.
 *
 * @param errors without warnings, which are not the sender's to answer for
 * @param claims the claim (CLM01) of those errors that stand in one
 */
public record TransactionResult(TransactionSet set, List<X12Error> errors, Map<X12Error, String> claims) {
    /** What a receiver can pass over: something that the guide does not use. */
    private static final Set<String> HARMLESS = Set.of("I4", "I10");

    private static final int MOST_CODES = 5;
    private static final int MOST_TRIGGERS = 9;
    private static final int LONGEST_COPY = 99;

    public TransactionResult {
        errors = errors.stream().filter(error -> !error.isWarning()).toList();
        claims = new IdentityHashMap<>(claims);
    }

    public AcknowledgmentCode code() {
        if (errors.isEmpty()) {
            return AcknowledgmentCode.ACCEPTED;
        }
        return errors.stream().allMatch(error -> HARMLESS.contains(error.code()))
                ? AcknowledgmentCode.ACCEPTED_WITH_ERRORS
                : AcknowledgmentCode.REJECTED;
    }

    /** Loop 2000 of the 999. */
    Loop response() {
        var response = new LoopBuilder(Guide.ACKNOWLEDGMENT_999.loop("2000"))
                .segment("AK2", set.code(), set.controlNumber(), set.st().value(3));
        bySegment().values().forEach(list -> response.add(errorIdentification(list)));
        var ik5 = new ArrayList<@Nullable String>();
        ik5.add(code().code());
        ik5.addAll(codes());
        return response.segment("IK5", ik5.toArray(new @Nullable String[0])).build();
    }

    private record Place(int position, String segmentId, String loop, String code) {}

    /** Errors of one segment's elements come under one IK3 with code 8. */
    private Map<Place, List<X12Error>> bySegment() {
        var places = new LinkedHashMap<Place, List<X12Error>>();
        for (var error : errors) {
            if (error.level() == Level.SEGMENT || error.level() == Level.ELEMENT) {
                var code = error.level() == Level.ELEMENT ? "8" : error.code();
                places.computeIfAbsent(
                                new Place(error.segment(), error.segmentId(), error.loop(), code),
                                place -> new ArrayList<>())
                        .add(error);
            }
        }
        return places;
    }

    private Loop errorIdentification(List<X12Error> list) {
        var first = list.get(0);
        var loop = new LoopBuilder(Guide.ACKNOWLEDGMENT_999.loop("2100"))
                .segment(
                        "IK3",
                        segmentId(first),
                        String.valueOf(first.segment()),
                        loopId(first.loop()),
                        first.level() == Level.ELEMENT ? "8" : first.code());
        list.stream()
                .filter(error -> error.level() == Level.SEGMENT)
                .map(error -> trigger(error.trigger()))
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_TRIGGERS)
                .forEach(loop::add);
        var claim = claims.get(first);
        if (claim != null && isSendable(claim)) {
            loop.segment("CTX", Segment.composite("CLM01", claim));
        }
        for (var error : list) {
            if (error.level() == Level.ELEMENT) {
                loop.add(elementNote(error));
            }
        }
        return loop.build();
    }

    private static Loop elementNote(X12Error error) {
        var number = error.elementNumber();
        return new LoopBuilder(Guide.ACKNOWLEDGMENT_999.loop("2110"))
                .segment(
                        "IK4",
                        Segment.composite(
                                String.valueOf(error.element()), number(error.component()), number(error.repetition())),
                        number == null || !number.matches("[0-9]{1,4}") ? null : number,
                        error.code(),
                        copy(error.value()))
                .add(trigger(error.trigger()))
                .build();
    }

    /** CTX: the place that makes the situation in which this is an error. */
    private static @Nullable Segment trigger(X12Error.@Nullable Trigger trigger) {
        return trigger == null
                ? null
                : Segment.of(
                        "CTX",
                        "SITUATIONAL TRIGGER",
                        trigger.segmentId(),
                        String.valueOf(trigger.position()),
                        loopId(trigger.loop()),
                        trigger.element() == 0
                                ? null
                                : Segment.composite(String.valueOf(trigger.element()), number(trigger.component())));
    }

    /** IK303 has room for four characters: 2010, not 2010AA. */
    private static @Nullable String loopId(String loop) {
        return loop.isEmpty() ? null : loop.substring(0, Math.min(4, loop.length()));
    }

    /** A segment that could not be read may not even have an id. */
    private static String segmentId(X12Error error) {
        return error.segmentId().matches("[A-Z0-9]{2,3}") ? error.segmentId() : "UNK";
    }

    private static @Nullable String number(int number) {
        return number == 0 ? null : String.valueOf(number);
    }

    /** A copy of the bad value goes back only where it can: it may not have delimiters itself. */
    private static @Nullable String copy(@Nullable String value) {
        if (value == null || !isSendable(value)) {
            return null;
        }
        return value.length() > LONGEST_COPY ? value.substring(0, LONGEST_COPY) : value;
    }

    private static boolean isSendable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 127 && "*~:^|>".indexOf(c) < 0);
    }

    private List<String> codes() {
        var codes = new LinkedHashSet<String>();
        for (var error : errors) {
            if (error.level() == Level.TRANSACTION) {
                codes.add(error.code());
            }
        }
        if (errors.stream().anyMatch(error -> error.level() != Level.TRANSACTION)) {
            boolean guideOnly = errors.stream()
                    .filter(error -> error.level() != Level.TRANSACTION)
                    .allMatch(error -> error.code().startsWith("I"));
            codes.add(guideOnly ? "I5" : "5");
        }
        return codes.stream().limit(MOST_CODES).toList();
    }
}
