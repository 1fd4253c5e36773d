package org.superbill.coding.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.UnbilledFigures;

/**
 * What is discharged and not final-billed (DNFB), and apart from it what is still within the days in which no bill is expected.
 *
 * @param asOf the day at whose end this was so; today as it is now
 * @param averageDailyRevenueCents charged for services of the {@code revenueDays} days up to then, a day
 * @param days the DNFB in days of that revenue; absent when there is none
 * @param billHold within the policy's days after discharge
 * @param reasons the DNFB by what it waits for; they add up to it
 * @param rows the DNFB of each key; they add up to it
 * @param waiting who waits for whom: the DNFB by what it waits for and by who has to act; they add up to it
 * @param toldAsOfToday what of a day gone by is not kept and therefore told as it is today: {@code payers}, {@code specialties}, {@code bill-hold-days} (of today's
 *     policy); where a case is in it of before its states were kept, {@code charges} (with the late charges since), {@code coders} and {@code voided-cases} (left out, whenever they
 *     were voided) too, and {@code assignment-and-queries}: whether anybody had such a case, and whether a query was open, is not told, both are {@code in-coding}. Empty of
 *     today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingUnbilled")
record Unbilled(
        LocalDate asOf,
        String by,
        int revenueDays,
        long averageDailyRevenueCents,
        long cases,
        long cents,
        @Nullable BigDecimal days,
        Amount billHold,
        List<Amount> reasons,
        List<Amount> rows,
        List<Waiting> waiting,
        List<String> toldAsOfToday) {
    private static final List<String> TOLD_AS_OF_TODAY = List.of("payers", "specialties", "bill-hold-days");
    private static final List<String> BEFORE_THE_RECORD =
            List.of("charges", "coders", "voided-cases", "assignment-and-queries");

    private static final String BILL_HOLD = "bill-hold";
    private static final int DECIMALS = 2;

    Unbilled {
        reasons = List.copyOf(reasons);
        rows = List.copyOf(rows);
        waiting = List.copyOf(waiting);
        toldAsOfToday = List.copyOf(toldAsOfToday);
    }

    static final String EXAMPLE = """
            {"asOf":"2026-03-31","by":"payer","revenueDays":90,"averageDailyRevenueCents":1200000,"cases":120,"cents":4800000,"days":4.00,\
            "billHold":{"key":"bill-hold","cases":90,"cents":3600000,"days":3.00},\
            "reasons":[{"key":"in-coding","cases":70,"cents":2400000,"days":2.00},{"key":"query-open","cases":50,"cents":2400000,"days":2.00}],\
            "rows":[{"key":"01980000-0000-7000-8000-000000000005","cases":120,"cents":4800000,"days":4.00}],\
            "waiting":[{"reason":"in-coding","waitsFor":"ann","cases":70,"cents":2400000},\
            {"reason":"query-open","waitsFor":"01980000-0000-7000-8000-000000000004","cases":50,"cents":2400000}],"toldAsOfToday":[]}""";

    /**
     * A part of it.
     *
     * @param days of average revenue; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodingUnbilledAmount")
    record Amount(
            String key, long cases, long cents, @Nullable BigDecimal days) {}

    /**
     * What waits for one.
     *
     * @param waitsFor the subject of the coder who has it, or the id of the practitioner who was asked; absent where it is nobody in particular
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodingUnbilledWaiting")
    record Waiting(String reason, @Nullable String waitsFor, long cases, long cents) {}

    static Unbilled of(
            LocalDate asOf,
            String by,
            int revenueDays,
            long revenueCents,
            List<UnbilledFigures> figures,
            boolean isToday) {
        var held =
                figures.stream().filter(part -> part.reason().equals(BILL_HOLD)).toList();
        var rest = new ArrayList<>(figures);
        rest.removeAll(held);
        var all = sum("", rest, revenueDays, revenueCents);
        return new Unbilled(
                asOf,
                by,
                revenueDays,
                revenueCents / revenueDays,
                all.cases(),
                all.cents(),
                all.days(),
                sum(BILL_HOLD, held, revenueDays, revenueCents),
                grouped(rest, true, revenueDays, revenueCents),
                grouped(rest, false, revenueDays, revenueCents),
                waiting(rest),
                isToday ? List.of() : toldAsOfToday(figures));
    }

    private static List<String> toldAsOfToday(List<UnbilledFigures> figures) {
        return figures.stream().allMatch(UnbilledFigures::recorded)
                ? TOLD_AS_OF_TODAY
                : Stream.concat(TOLD_AS_OF_TODAY.stream(), BEFORE_THE_RECORD.stream())
                        .toList();
    }

    private static List<Waiting> waiting(List<UnbilledFigures> parts) {
        var byReasonAndWho = parts.stream()
                .collect(Collectors.groupingBy(
                        UnbilledFigures::reason,
                        TreeMap::new,
                        Collectors.groupingBy(UnbilledFigures::waitsFor, TreeMap::new, Collectors.toList())));
        var waiting = new ArrayList<Waiting>();
        byReasonAndWho.forEach((reason, byWho) -> byWho.forEach((who, of) -> waiting.add(new Waiting(
                reason,
                who.isEmpty() ? null : who,
                of.stream().mapToLong(UnbilledFigures::cases).sum(),
                of.stream().mapToLong(UnbilledFigures::cents).sum()))));
        return waiting;
    }

    private static List<Amount> grouped(
            List<UnbilledFigures> parts, boolean byReason, int revenueDays, long revenueCents) {
        var groups = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> byReason ? part.reason() : part.key(), TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue(), revenueDays, revenueCents))
                .toList();
    }

    private static Amount sum(String key, List<UnbilledFigures> parts, int revenueDays, long revenueCents) {
        var cents = parts.stream().mapToLong(UnbilledFigures::cents).sum();
        return new Amount(
                key,
                parts.stream().mapToLong(UnbilledFigures::cases).sum(),
                cents,
                revenueCents == 0
                        ? null
                        : BigDecimal.valueOf(cents)
                                .multiply(BigDecimal.valueOf(revenueDays))
                                .divide(BigDecimal.valueOf(revenueCents), DECIMALS, RoundingMode.HALF_UP));
    }
}
