package org.superbill.coding.codingaudit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coding.codingscore.Share;

/** What the items of an audit come to. */
final class AuditSummary {
    private AuditSummary() {}

    static AuditResult of(List<AuditItemView> items, AuditPlan.Unit unit, BigDecimal standard) {
        var judged = items.stream().filter(item -> item.auditor() != null).toList();
        var undecided = judged.stream()
                .filter(item -> ItemStatus.UNDECIDED.contains(item.status()))
                .count();
        var byCoder = judged.stream()
                .collect(Collectors.groupingBy(
                        item -> item.coder() == null ? "" : item.coder(), TreeMap::new, Collectors.toList()));
        return new AuditResult(
                items.size(),
                judged.size(),
                (int) undecided,
                byCode(judged),
                byCase(judged),
                byDrg(judged),
                AuditResult.meets(share(judged, unit), standard),
                byCoder.entrySet().stream()
                        .map(coder -> new AuditResult.OfCoder(coder.getKey(), share(coder.getValue(), unit)))
                        .toList(),
                EffectTotals.of(judged),
                judged.stream()
                        .filter(item -> item.status() == ItemStatus.UPHELD)
                        .flatMap(item -> item.errors().stream())
                        .map(AuditSummary::reason)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static String reason(ReasonedError error) {
        return error.category() == null
                ? "unsaid"
                : error.category().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Share share(List<AuditItemView> items, AuditPlan.Unit unit) {
        return switch (unit) {
            case CODE -> byCode(items);
            case CASE -> byCase(items);
            case DRG -> byDrg(items);
        };
    }

    private static Share byDrg(List<AuditItemView> items) {
        var groups =
                items.stream().flatMap(item -> Stream.ofNullable(item.drg())).toList();
        return Share.of(groups.stream().filter(AuditedDrg::isRight).count(), groups.size());
    }

    private static Share byCode(List<AuditItemView> items) {
        return Share.of(
                items.stream().mapToLong(AuditSummary::right).sum(),
                items.stream().mapToLong(AuditSummary::all).sum());
    }

    private static Share byCase(List<AuditItemView> items) {
        return Share.of(items.stream().filter(item -> right(item) == all(item)).count(), items.size());
    }

    private static long right(AuditItemView item) {
        return item.scoreRight() == null ? 0 : item.scoreRight();
    }

    private static long all(AuditItemView item) {
        return item.scoreItems() == null ? 0 : item.scoreItems();
    }
}
