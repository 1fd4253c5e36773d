package org.superbill.billing.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/** Finds the segments of a file that a line of the books came from. Pure. */
final class SegmentFinder {
    private static final int SEPARATOR_AT = 3;
    private static final int TERMINATOR_AT = 105;
    private static final int PAID = 3; // SVC03
    private static final int CODES_IN_CAS = 3; // each with amount and quantity: CAS02 to CAS04, CAS05 to CAS07 …

    private final List<Segment> segments = new ArrayList<>();

    /** @param number in the file, from 1, which is its line where each segment has a line */
    record Segment(int number, String text, List<String> elements) {
        Segment {
            elements = List.copyOf(elements);
        }

        String tag() {
            return elements.get(0);
        }

        String element(int index) {
            return index < elements.size() ? elements.get(index) : "";
        }
    }

    SegmentFinder(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        var separator = "*";
        var terminator = "~";
        for (var at = 0; at < text.length(); ) {
            if (text.startsWith("ISA", at) && at + TERMINATOR_AT < text.length()) { // each interchange has its own
                separator = text.substring(at + SEPARATOR_AT, at + SEPARATOR_AT + 1);
                terminator = text.substring(at + TERMINATOR_AT, at + TERMINATOR_AT + 1);
            }
            var end = text.indexOf(terminator, at);
            end = end < 0 ? text.length() : end;
            var segment = text.substring(at, end).strip();
            if (!segment.isEmpty()) {
                segments.add(new Segment(
                        segments.size() + 1, segment, List.of(segment.split(Pattern.quote(separator), -1))));
            }
            at = end + 1;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }

    /**
     * Of an 835: the claim, its line, and the adjustment; of a line that the payer has split, the part that has the amount, else all. Of money that is no claim's the
     * payment or the provider adjustment.
     *
     * @param set the position of the ST in its file, from 1
     * @param claim the position of the CLP in the ST, from 1; absent for what is no claim's
     * @param services positions in the CLP, from 1, of the SVC about the line
     * @param reason group and CARC, e.g. {@code CO-45}, or {@code PLB-WO}; null of what was paid
     */
    List<Segment> inRemittance(
            int set, @Nullable Integer claim, List<Integer> services, @Nullable String reason, Cents amount) {
        var transaction = nth(segments, "ST", set, List.of("SE"));
        if (reason != null && reason.startsWith("PLB-")) {
            return transaction.stream()
                    .filter(segment -> segment.tag().equals("PLB"))
                    .filter(segment -> segment.elements().stream()
                            .anyMatch(element -> element.split("[^A-Z0-9]", -1)[0].equals(reason.substring(4))))
                    .toList();
        }
        if (claim == null) {
            return transaction.stream()
                    .filter(segment ->
                            segment.tag().equals("BPR") || segment.tag().equals("TRN"))
                    .toList();
        }
        var block = nth(transaction, "CLP", claim, List.of("CLP", "LX", "PLB", "SE"));
        if (block.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Segment>(block.subList(0, 1));
        var lines = lines(block);
        var ofLine = services.stream()
                .filter(service -> service <= lines.size())
                .map(service -> lines.get(service - 1))
                .toList();
        var ofAmount = ofLine.stream().filter(line -> has(line, reason, amount)).toList();
        for (var line : ofAmount.isEmpty() ? ofLine : ofAmount) {
            found.add(line.get(0));
            found.addAll(adjustments(line, reason));
        }
        if (ofLine.isEmpty()) {
            found.addAll(adjustments(untilLines(block), reason));
        }
        return found;
    }

    private static boolean has(List<Segment> line, @Nullable String reason, Cents amount) {
        return reason == null
                ? isAmount(line.get(0).element(PAID), amount)
                : adjustments(line, reason).stream().anyMatch(segment -> {
                    for (var code = 2; code < segment.elements().size(); code += CODES_IN_CAS) {
                        if (isReason(segment, code, reason) && isAmount(segment.element(code + 1), amount)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** Either way: an entry has each amount on two sides. */
    private static boolean isAmount(String dollars, Cents amount) {
        return !dollars.isEmpty()
                && new BigDecimal(dollars)
                                .movePointRight(2)
                                .abs()
                                .compareTo(BigDecimal.valueOf(Math.abs(amount.value())))
                        == 0;
    }

    /** Of an 837: the claim and its line. */
    List<Segment> inClaimFile(String claimNumber, @Nullable Integer claimLine) {
        for (var i = 0; i < segments.size(); i++) {
            if (segments.get(i).tag().equals("CLM")
                    && segments.get(i).element(1).equals(claimNumber)) {
                var found = new ArrayList<Segment>();
                found.add(segments.get(i));
                var block = from(segments, i, List.of("CLM", "HL", "SE"));
                for (var j = 0; j + 1 < block.size(); j++) {
                    var isLine = block.get(j).tag().equals("LX")
                            && claimLine != null
                            && block.get(j).element(1).equals(claimLine.toString());
                    if (isLine) {
                        found.add(block.get(j + 1));
                    }
                }
                return found;
            }
        }
        return List.of();
    }

    private static List<List<Segment>> lines(List<Segment> claim) {
        return IntStream.range(0, claim.size())
                .filter(i -> claim.get(i).tag().equals("SVC"))
                .mapToObj(i -> from(claim, i, List.of("SVC")))
                .toList();
    }

    private static List<Segment> adjustments(List<Segment> segments, @Nullable String reason) {
        return reason == null
                ? List.of()
                : segments.stream()
                        .filter(segment -> isAdjustment(segment, reason))
                        .toList();
    }

    private static List<Segment> untilLines(List<Segment> claim) {
        return from(claim, 0, List.of("SVC"));
    }

    private static boolean isAdjustment(Segment segment, String reason) {
        for (var code = 2; code < segment.elements().size(); code += CODES_IN_CAS) {
            if (isReason(segment, code, reason)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReason(Segment segment, int code, String reason) {
        return segment.tag().equals("CAS") && reason.equals(segment.element(1) + "-" + segment.element(code));
    }

    private static List<Segment> nth(List<Segment> all, String tag, int position, List<String> ends) {
        var seen = 0;
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).tag().equals(tag) && ++seen == position) {
                return from(all, i, ends);
            }
        }
        return List.of();
    }

    /** From a segment until before the next that ends it. */
    private static List<Segment> from(List<Segment> all, int start, List<String> ends) {
        var end = start + 1;
        while (end < all.size() && !ends.contains(all.get(end).tag())) {
            end++;
        }
        return all.subList(start, end);
    }
}
