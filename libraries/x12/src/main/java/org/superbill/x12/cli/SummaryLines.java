package org.superbill.x12.cli;

import static org.superbill.x12.cli.SummaryWords.count;
import static org.superbill.x12.cli.SummaryWords.days;
import static org.superbill.x12.cli.SummaryWords.outcome;
import static org.superbill.x12.cli.SummaryWords.pad;
import static org.superbill.x12.cli.SummaryWords.status;
import static org.superbill.x12.cli.SummaryWords.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;

/** What a summary says of each claim, payment, response or status of a transaction set, and adds to its totals. */
final class SummaryLines {
    private final String guide;
    private final Masking masking;
    private final Totals totals;

    SummaryLines(String guide, Masking masking, Totals totals) {
        this.guide = guide;
        this.masking = masking;
        this.totals = totals;
    }

    /** What is said of one. @param name of whom; empty where it says it itself, or of nobody */
    record Line(String text, String name) {}

    /** Who stands above it in the file. @param name the patient's, else the subscriber's */
    record Above(String name, String payer) {}

    Line of(Loop loop, Above above) {
        return switch (guide) {
            case "837P", "837I" -> claim(loop, above);
            case "835" -> payment(loop);
            case "999" -> response(loop);
            case "277CA" ->
                new Line(
                        "%s %s".formatted(pad(masking.show(value(loop.segment("TRN"), 2))), status(loop)),
                        above.name());
            case "270", "271" -> eligibility(loop);
            default -> statuses(loop);
        };
    }

    String name(@Nullable Segment nm1) {
        if (nm1 == null) {
            return "";
        }
        var first = nm1.element(4);
        return masking.name(nm1.element(3) + (first.isEmpty() ? "" : ", " + first));
    }

    void total(String name, Segment segment, int element) {
        var amount = SummaryWords.amount(segment, element);
        if (amount != null) {
            totals.amount(name, amount);
        }
    }

    private Line claim(Loop loop, Above above) {
        var clm = loop.segment("CLM");
        long count = count(loop, "2400");
        totals.lines(count);
        if (clm != null) {
            total("charges", clm, 2);
        }
        return new Line(
                "%s %10s  %d lines  %s  %s"
                        .formatted(
                                pad(masking.show(clm == null ? "" : clm.element(1))),
                                value(clm, 2),
                                count,
                                days(loop),
                                above.payer()),
                above.name());
    }

    private Line payment(Loop loop) {
        var clp = loop.segment("CLP");
        totals.lines(count(loop, "2110"));
        if (clp != null) {
            total("charges", clp, 3);
            total("paid", clp, 4);
            total("patients owe", clp, 5);
        }
        return new Line(
                "%s status %s  charge %10s  paid %10s  patient %10s"
                        .formatted(
                                pad(masking.show(clp == null ? "" : clp.element(1))),
                                value(clp, 2),
                                value(clp, 3),
                                value(clp, 4),
                                value(clp, 5)),
                name(loop.segment("NM1", "QC")));
    }

    private Line response(Loop loop) {
        var ak2 = loop.segment("AK2");
        long faults = count(loop, "2100");
        return new Line(
                "%s %s: %s, %d faulty segments"
                        .formatted(value(ak2, 1), value(ak2, 2), outcome(value(loop.segment("IK5"), 1)), faults),
                "");
    }

    /** A subscriber with all that is asked or answered, dependents included. */
    private Line eligibility(Loop loop) {
        long asked = loop.allSegments().stream()
                .filter(segment -> segment.is("EQ") || segment.is("EB"))
                .count();
        totals.lines(asked);
        var names = new ArrayList<String>();
        for (var segment : loop.allSegments()) {
            if (segment.is("NM1")
                    && (segment.element(1).equals("IL") || segment.element(1).equals("03"))) {
                names.add(name(segment));
            }
        }
        return new Line("%d %s".formatted(asked, guide.equals("270") ? "inquiries" : "benefits"), joined(names));
    }

    /** A subscriber with each claim that is asked for or answered. */
    private Line statuses(Loop loop) {
        var names = new ArrayList<String>();
        var traces = new ArrayList<String>();
        for (var segment : loop.allSegments()) {
            if (segment.is("NM1")
                    && (segment.element(1).equals("IL") || segment.element(1).equals("QC"))) {
                names.add(name(segment));
            }
            if (segment.is("TRN")) {
                traces.add(masking.show(segment.element(2)));
            }
        }
        totals.lines(traces.size());
        var found = new ArrayList<String>();
        collect(loop, found);
        return new Line("%s %s".formatted(pad(String.join(", ", traces)), String.join(", ", found)), joined(names));
    }

    /** Loops nest as deep as the guide's. */
    private static void collect(Loop loop, List<String> found) {
        if (loop.segment("STC") != null && loop.id().startsWith("2200")) {
            found.add(status(loop));
        }
        for (var part : loop.parts()) {
            if (part instanceof Loop child) {
                collect(child, found);
            }
        }
    }

    private static String joined(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(" / "));
    }
}
