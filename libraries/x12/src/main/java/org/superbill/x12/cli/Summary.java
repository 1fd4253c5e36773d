package org.superbill.x12.cli;

import static org.superbill.x12.cli.SummaryWords.outcome;
import static org.superbill.x12.cli.SummaryWords.plain;
import static org.superbill.x12.cli.SummaryWords.status;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.superbill.x12.guide.LoopUse;

/** Prints what a file says, while it is read. */
final class Summary implements PartHandler {
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
    private SummaryLines lines;
    private final Map<String, Totals> ofKind = new LinkedHashMap<>();

    /** @param claims whether each claim has its line */
    Summary(PrintWriter out, Masking masking, boolean claims, Runnable progress) {
        this.out = out;
        this.masking = masking;
        this.claims = claims;
        this.progress = progress;
        this.lines = new SummaryLines(guide, masking, totals);
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
        lines = new SummaryLines(guide, masking, totals);
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
                lines.total("payment", segment, 2);
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
                    lines.total("provider adjustments", segment, at);
                }
            }
            default -> {
                // nothing that a summary tells
            }
        }
    }

    private void loop(Loop loop) {
        totals.segments(loop.allSegments().size());
        if (loop.id().equals(unit)) {
            progress.run();
            head();
            totals.unit();
            line(lines.of(loop, new SummaryLines.Above(name(), payer)));
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
            case "IL" -> subscriber = lines.name(nm1);
            case "QC" -> patient = lines.name(nm1);
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

    private void head() {
        if (!headed) {
            headed = true;
            head.forEach(line -> out.printf("      %s%n", line));
        }
    }

    private void line(SummaryLines.Line line) {
        if (claims) {
            out.printf("      %s%s%n", line.text(), line.name().isEmpty() ? "" : "  " + line.name());
        }
    }

    private String name() {
        return patient.isEmpty() ? subscriber : patient;
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
