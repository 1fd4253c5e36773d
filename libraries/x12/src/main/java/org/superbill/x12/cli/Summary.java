package org.superbill.x12.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.PartHandler;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Exception;
import org.superbill.x12.guide.LoopUse;

/** Prints what a file says, while it is read. What is no number where one should be counts as nothing. */
final class Summary implements PartHandler {
    private static final int WIDTH = 22;

    private final PrintWriter out;
    private final Masking masking;
    private final boolean claims;
    private final Runnable progress;

    private int interchanges;
    private @Nullable X12Error loss;
    private long errors;

    private String guide = "";
    private String unit = "";
    private boolean headed;
    private List<String> head = new ArrayList<>();
    private String subscriber = "";
    private String patient = "";
    private String payer = "";
    private Totals totals = new Totals("");
    private final Map<String, Totals> ofKind = new LinkedHashMap<>();

    /** @param claims whether each claim has its line */
    Summary(PrintWriter out, Masking masking, boolean claims, Runnable progress) {
        this.out = out;
        this.masking = masking;
        this.claims = claims;
        this.progress = progress;
    }

    int interchanges() {
        return interchanges;
    }

    @Nullable
    X12Error loss() {
        return loss;
    }

    void end() {
        ofKind.values().stream()
                .filter(sum -> sum.sets() > 1)
                .forEach(sum -> out.printf(
                        "%d transaction sets%s: %s%n",
                        sum.sets(), sum.guide().isEmpty() ? "" : " " + sum.guide(), sum));
        if (errors > 0) {
            out.printf("%d errors were met on the way; x12 check tells them%n", errors);
        }
    }

    @Override
    public void startInterchange(Interchange interchange) {
        interchanges++;
        out.printf(
                "interchange %s from %s to %s, %s %s, %s%n",
                plain(interchange.controlNumber()),
                plain(interchange.sender()),
                plain(interchange.receiver()),
                plain(interchange.date()),
                plain(interchange.time()),
                interchange.usage().equals("T") ? "test" : "production");
    }

    @Override
    public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
        out.printf(
                "  TA1 interchange %s: %s, note %s%n",
                plain(acknowledgment.controlNumber()),
                outcome(acknowledgment.code()),
                plain(acknowledgment.noteCode()));
    }

    private static String outcome(String code) {
        return switch (code) {
            case "A" -> "accepted";
            case "E" -> "accepted with errors";
            case "P" -> "partially accepted";
            case "R", "M", "W", "X" -> "rejected";
            default -> plain(code);
        };
    }

    private static String plain(String value) {
        return Masking.plain(value);
    }

    @Override
    public void startGroup(FunctionalGroup group) {
        out.printf(
                "  group %s %s from %s to %s, %s, %s%n",
                plain(group.controlNumber()),
                plain(group.functionalCode()),
                plain(group.sender()),
                plain(group.receiver()),
                plain(group.date()),
                plain(group.version()));
    }

    @Override
    public void startTransaction(TransactionSet set) {
        var known = set.guide();
        guide = known == null ? "" : known.id();
        unit = known == null ? "" : known.unit();
        headed = false;
        head = new ArrayList<>();
        subscriber = "";
        patient = "";
        payer = "";
        totals = new Totals(guide);
        out.printf(
                "    %s %s%s%n",
                guide.isEmpty() ? plain(set.code()) : guide,
                plain(set.controlNumber()),
                known == null ? ", a kind that is not supported" : "");
    }

    @Override
    public void startLoop(LoopUse loop) {
        if (loop.loop().id().equals("2000B")) {
            subscriber = "";
        }
        patient = "";
    }

    @Override
    public void endLoop() {}

    @Override
    public void part(LoopPart part) {
        if (part instanceof Segment segment) {
            totals.segments(1);
            segment(segment);
        } else {
            loop((Loop) part);
        }
    }

    private void segment(Segment segment) {
        switch (segment.id()) {
            case "BHT" -> head.add("batch %s of %s".formatted(plain(segment.element(3)), plain(segment.element(4))));
            case "BPR" -> {
                head.add("payment %s %s by %s on %s"
                        .formatted(
                                plain(segment.element(2)),
                                segment.element(3).equals("D") ? "debit" : "credit",
                                plain(segment.element(4)),
                                plain(segment.element(16))));
                total("payment", segment, 2);
            }
            case "TRN" -> {
                if (guide.equals("835")) {
                    head.add("trace %s".formatted(plain(segment.element(2))));
                }
            }
            case "AK1" -> head.add("of group %s %s".formatted(plain(segment.element(2)), plain(segment.element(1))));
            case "AK9" -> {
                head();
                out.printf(
                        "      group %s; %s included, %s received, %s accepted%n",
                        outcome(segment.element(1)),
                        plain(segment.element(2)),
                        plain(segment.element(3)),
                        plain(segment.element(4)));
            }
            case "PLB" -> {
                for (int at = 4; at <= 14; at += 2) {
                    total("provider adjustments", segment, at);
                }
            }
            default -> {
                // nothing that a summary tells
            }
        }
    }

    private void total(String name, Segment segment, int element) {
        var amount = amount(segment, element);
        if (amount != null) {
            totals.amount(name, amount);
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Segment segment, int element) {
        try {
            return segment == null ? null : segment.decimal(element);
        } catch (X12Exception e) {
            return null;
        }
    }

    private void loop(Loop loop) {
        totals.segments(loop.allSegments().size());
        if (loop.id().equals(unit)) {
            progress.run();
            head();
            totals.unit();
            unit(loop);
            return;
        }
        var nm1 = loop.segment("NM1");
        var n1 = loop.segment("N1");
        if (n1 != null) {
            head.add("%s %s".formatted(n1.element(1).equals("PR") ? "payer" : "payee", plain(n1.element(2))));
        } else if (nm1 != null) {
            named(nm1);
        }
        if (loop.id().startsWith("2200") && loop.segment("STC") != null) {
            out.printf("      level %s: %s%n", loop.id(), status(loop));
        }
    }

    private void named(Segment nm1) {
        switch (nm1.element(1)) {
            case "IL" -> subscriber = name(nm1);
            case "QC" -> patient = name(nm1);
            case "PR" -> {
                payer = plain(nm1.element(3));
                if (!isClaim()) {
                    head.add("payer " + payer);
                }
            }
            case "41" -> head.add("from " + plain(nm1.element(3)));
            case "40" -> head.add("to " + plain(nm1.element(3)));
            case "AY" -> head.add("clearinghouse " + plain(nm1.element(3)));
            default -> {
                // providers come too often to tell
            }
        }
    }

    private boolean isClaim() {
        return guide.startsWith("837");
    }

    private String name(@Nullable Segment nm1) {
        if (nm1 == null) {
            return "";
        }
        var first = nm1.element(4);
        return masking.name(nm1.element(3) + (first.isEmpty() ? "" : ", " + first));
    }

    private void head() {
        if (!headed) {
            headed = true;
            head.forEach(line -> out.printf("      %s%n", line));
        }
    }

    private void unit(Loop loop) {
        switch (guide) {
            case "837P", "837I" -> claim(loop);
            case "835" -> payment(loop);
            case "999" -> response(loop);
            case "277CA" ->
                line("%s %s".formatted(pad(masking.show(value(loop.segment("TRN"), 2))), status(loop)), name());
            case "270", "271" -> eligibility(loop);
            default -> statuses(loop);
        }
    }

    private void line(String text, String name) {
        if (claims) {
            out.printf("      %s%s%n", text, name.isEmpty() ? "" : "  " + name);
        }
    }

    private String name() {
        return patient.isEmpty() ? subscriber : patient;
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(0, WIDTH - text.length()));
    }

    private static String value(@Nullable Segment segment, int element) {
        return segment == null ? "" : plain(segment.element(element));
    }

    private void claim(Loop loop) {
        var clm = loop.segment("CLM");
        long count = count(loop, "2400");
        totals.lines(count);
        if (clm != null) {
            total("charges", clm, 2);
        }
        line(
                "%s %10s  %d lines  %s  %s"
                        .formatted(
                                pad(masking.show(clm == null ? "" : clm.element(1))),
                                value(clm, 2),
                                count,
                                days(loop),
                                payer),
                name());
    }

    private static long count(Loop loop, String id) {
        return loop.parts().stream()
                .filter(part -> part instanceof Loop child && child.id().equals(id))
                .count();
    }

    /** The dates of service: the statement's, or the first and last of the lines'. */
    private static String days(Loop loop) {
        var statement = loop.segment("DTP", "434");
        if (statement != null) {
            return plain(statement.element(3));
        }
        var first = "";
        var last = "";
        for (var segment : loop.allSegments()) {
            if (segment.is("DTP")
                    && segment.element(1).equals("472")
                    && segment.element(3).length() >= 8) {
                var day = plain(segment.element(3)).substring(0, 8);
                first = first.isEmpty() || day.compareTo(first) < 0 ? day : first;
                last = day.compareTo(last) > 0 ? day : last;
            }
        }
        return first.equals(last) ? first : first + "-" + last;
    }

    private void payment(Loop loop) {
        var clp = loop.segment("CLP");
        totals.lines(count(loop, "2110"));
        if (clp != null) {
            total("charges", clp, 3);
            total("paid", clp, 4);
            total("patients owe", clp, 5);
        }
        line(
                "%s status %s  charge %10s  paid %10s  patient %10s"
                        .formatted(
                                pad(masking.show(clp == null ? "" : clp.element(1))),
                                value(clp, 2),
                                value(clp, 3),
                                value(clp, 4),
                                value(clp, 5)),
                name(loop.segment("NM1", "QC")));
    }

    private void response(Loop loop) {
        var ak2 = loop.segment("AK2");
        long faults = count(loop, "2100");
        line(
                "%s %s: %s, %d faulty segments"
                        .formatted(value(ak2, 1), value(ak2, 2), outcome(value(loop.segment("IK5"), 1)), faults),
                "");
    }

    private static String status(Loop loop) {
        var stc = loop.segment("STC");
        if (stc == null) {
            return "no status";
        }
        var amount = stc.element(4);
        return "%s:%s %s%s"
                .formatted(
                        plain(stc.component(1, 1)),
                        plain(stc.component(1, 2)),
                        switch (stc.element(3)) {
                            case "WQ" -> "accepted";
                            case "U" -> "rejected";
                            default -> plain(stc.element(3));
                        },
                        amount.isEmpty() ? "" : " " + plain(amount));
    }

    private static String joined(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(" / "));
    }

    /** A subscriber with all that is asked or answered, dependents included. */
    private void eligibility(Loop loop) {
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
        line("%d %s".formatted(asked, guide.equals("270") ? "inquiries" : "benefits"), joined(names));
    }

    /** A subscriber with each claim that is asked for or answered. */
    private void statuses(Loop loop) {
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
        line("%s %s".formatted(pad(String.join(", ", traces)), String.join(", ", found)), joined(names));
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

    @Override
    public void endTransaction(Transaction transaction) {
        head();
        out.printf("      total: %s%n", totals);
        ofKind.merge(guide, totals, Totals::plus);
    }

    @Override
    public void error(X12Error error) {
        errors++;
        if (loss == null && Checking.isLoss(error)) {
            loss = error;
        }
    }
}
