package org.superbill.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.X12Error.Level;
import org.superbill.x12.guide.Guide;

/** One reading of one file: follows the envelope, checks its counts and control numbers, and gives what is inside to the guide. */
final class EnvelopeReader implements SegmentReader.Damage {
    private static final int MOST_CONTROL_NUMBERS = 100_000;

    private final X12Handler handler;
    private final boolean streaming;
    private final boolean checksElements;
    private final Limits limits;
    private final @Nullable SegmentWatch watch;
    private final SegmentReader segments;
    private final ErrorLog errors;
    private final @Nullable PartHandler parts;

    private @Nullable Interchange interchange;
    private @Nullable FunctionalGroup group;
    private @Nullable TransactionSet set;
    private @Nullable GuideWalker walker;
    private List<LoopPart> flat = new ArrayList<>();
    private long flatCharacters;
    private boolean flatOverflown;
    private final Set<String> controlNumbers = new HashSet<>();
    private boolean strayReported;

    EnvelopeReader(
            InputStream in,
            X12Handler handler,
            boolean streaming,
            boolean checksElements,
            Limits limits,
            Charset charset,
            int deepest,
            @Nullable SegmentWatch watch) {
        this.handler = handler;
        this.streaming = streaming;
        this.checksElements = checksElements;
        this.limits = limits;
        this.watch = watch;
        this.segments = new SegmentReader(in, charset, limits, this);
        this.parts = handler instanceof PartHandler partHandler ? partHandler : null;
        this.errors = new ErrorLog(handler::error, limits.errors(), deepest);
    }

    void read() throws IOException {
        for (var segment = segments.next(); segment != null; segment = segments.next()) {
            accept(segment);
        }
        if (interchange != null) {
            brokenInterchange("023", "The file ends before the interchange does");
        }
    }

    private void accept(Segment segment) {
        if (set != null) {
            errors.segment++;
        }
        switch (segment.id()) {
            case "ISA" -> startInterchange(segment);
            case "TA1" -> acknowledgment(segment);
            case "GS" -> startGroup(segment);
            case "ST" -> startTransaction(segment);
            case "SE" -> endTransaction(segment);
            case "GE" -> endGroup(segment);
            case "IEA" -> endInterchange(segment);
            default -> content(segment);
        }
    }

    private void content(Segment segment) {
        if (set == null) {
            stray(segment.id());
        } else if (walker != null) {
            walker.accept(segment);
        } else if (parts != null) {
            parts.part(segment);
        } else if (!streaming) {
            keepFlat(segment);
        }
    }

    /** A transaction set without a guide is kept as it is, up to the limit. */
    private void keepFlat(Segment segment) {
        flatCharacters += GuideWalker.weight(segment);
        if (flatCharacters <= limits.keptCharacters()) {
            flat.add(segment);
        } else if (!flatOverflown) {
            flatOverflown = true;
            errors.segment("2", segment.id(), "", "The transaction set is larger than may be kept");
        }
    }

    private void stray(String id) {
        if (!strayReported) {
            strayReported = true;
            errors.envelope(Level.INTERCHANGE, "024", id, 0, "A segment stands outside of a transaction set");
        }
    }

    private void startInterchange(Segment isa) {
        if (interchange != null) {
            brokenInterchange("022", "A new interchange begins before the one before has ended");
        }
        errors.interchange++;
        errors.group = 0;
        strayReported = false;
        var started = new Interchange(isa, segments.separators());
        interchange = started;
        handler.startInterchange(started);
        new InterchangeChecker(errors).check(started);
    }

    private void acknowledgment(Segment ta1) {
        if (interchange == null || group != null) {
            stray("TA1");
        } else {
            handler.interchangeAcknowledgment(interchange, new InterchangeAcknowledgment(ta1));
        }
    }

    private void startGroup(Segment gs) {
        if (group != null) {
            brokenGroup("3", "A new group begins before the one before has ended");
        }
        errors.group++;
        errors.transaction = 0;
        controlNumbers.clear();
        var started = new FunctionalGroup(gs);
        group = started;
        handler.startGroup(started);
        if (!Guide.knowsGroup(started.functionalCode())) {
            errors.envelope(Level.GROUP, "1", "GS", 1, "The functional group is of a kind that is not supported");
        }
        if (!Segment.isDigits(started.controlNumber())
                || started.controlNumber().length() > 9) {
            errors.envelope(
                    Level.GROUP, "6", "GS", 6, "The group's control number is not a number of at most nine digits");
        }
    }

    private void startTransaction(Segment st) {
        if (set != null) {
            errors.segment--;
            brokenTransaction("2", "A new transaction set begins before the one before has ended");
        }
        if (interchange == null || group == null) {
            stray("ST");
            return;
        }
        errors.transaction++;
        errors.segment = 1;
        errors.startTransaction();
        var version = st.has(3) ? st.element(3) : group.version();
        var guide = Guide.find(st.element(1), version);
        var started =
                new TransactionSet(interchange, group, st, guide, errors.interchange, errors.group, errors.transaction);
        set = started;
        flat = new ArrayList<>();
        flatCharacters = 0;
        flatOverflown = false;
        handler.startTransaction(started);
        if (guide == null) {
            walker = null;
            if (parts == null) {
                flat.add(st);
            } else {
                parts.part(st);
            }
            errors.envelope(Level.TRANSACTION, "1", "ST", 1, "The transaction set or its version is not supported");
        } else {
            walker = new GuideWalker(
                    guide,
                    streaming ? unit -> unit(started, unit) : null,
                    checksElements ? new ElementChecker(errors) : null,
                    watch,
                    errors,
                    limits.keptCharacters());
            if (parts != null) {
                walker.handOver(parts);
            }
            if (watch != null) {
                watch.start(started, errors::add);
            }
            walker.start(st);
        }
        var number = st.element(2);
        if (number.length() < 4 || number.length() > 9) {
            errors.envelope(
                    Level.TRANSACTION, "7", "ST", 2, "The transaction set's control number has not 4 to 9 characters");
        }
        if (controlNumbers.size() < MOST_CONTROL_NUMBERS && !controlNumbers.add(number)) {
            errors.envelope(
                    Level.TRANSACTION, "23", "ST", 2, "The group has another transaction set with this control number");
        }
    }

    private void unit(TransactionSet ofSet, GuideWalker.Complete unit) {
        handler.unit(new Unit(ofSet, unit.ancestors(), unit.loop(), unit.errors(), segments.position()));
    }

    private void endTransaction(Segment se) {
        if (set == null) {
            stray("SE");
            return;
        }
        if (!isCount(se.element(1), errors.segment)) {
            errors.envelope(
                    Level.TRANSACTION,
                    "4",
                    "SE",
                    1,
                    "The transaction set has %d segments, and SE01 says otherwise".formatted(errors.segment));
        }
        if (!se.element(2).equals(set.controlNumber())) {
            errors.envelope(Level.TRANSACTION, "3", "SE", 2, "The control numbers of ST and SE differ");
        }
        content(se);
        closeTransaction();
    }

    private static boolean isCount(String text, int count) {
        return Segment.isDigits(text) && text.length() <= 10 && Long.parseLong(text) == count;
    }

    private void closeTransaction() {
        var closed = set;
        if (closed == null) {
            return;
        }
        var root = walker == null ? new Loop("", flat) : walker.end();
        walker = null;
        set = null;
        flat = new ArrayList<>();
        handler.endTransaction(new Transaction(closed, root, errors.ofTransaction()));
    }

    private void brokenTransaction(String code, String message) {
        errors.envelope(Level.TRANSACTION, code, "SE", 0, message);
        closeTransaction();
    }

    private void brokenGroup(String code, String message) {
        if (set != null) {
            brokenTransaction("2", "The group ends before the transaction set does");
        }
        errors.envelope(Level.GROUP, code, "GE", 0, message);
        closeGroup(null);
    }

    private void closeGroup(@Nullable Segment ge) {
        if (group != null) {
            var closed = group;
            group = null;
            handler.endGroup(closed, ge);
        }
    }

    private void endGroup(Segment ge) {
        if (group == null) {
            stray("GE");
            return;
        }
        if (set != null) {
            errors.segment--;
            brokenTransaction("2", "The group ends before the transaction set does");
        }
        if (!isCount(ge.element(1), errors.transaction)) {
            errors.envelope(
                    Level.GROUP,
                    "5",
                    "GE",
                    1,
                    "The group has %d transaction sets, and GE01 says otherwise".formatted(errors.transaction));
        }
        if (!ge.element(2).equals(group.controlNumber())) {
            errors.envelope(Level.GROUP, "4", "GE", 2, "The control numbers of GS and GE differ");
        }
        closeGroup(ge);
    }

    private void endInterchange(Segment iea) {
        if (interchange == null) {
            stray("IEA");
            return;
        }
        if (group != null) {
            brokenGroup("3", "The interchange ends before the group does");
        }
        if (!isCount(iea.element(1), errors.group)) {
            errors.envelope(
                    Level.INTERCHANGE,
                    "021",
                    "IEA",
                    1,
                    "The interchange has %d groups, and IEA01 says otherwise".formatted(errors.group));
        }
        if (!iea.element(2).equals(interchange.controlNumber())) {
            errors.envelope(Level.INTERCHANGE, "001", "IEA", 2, "The control numbers of ISA and IEA differ");
        }
        closeInterchange(iea);
    }

    private void closeInterchange(@Nullable Segment iea) {
        if (interchange != null) {
            var closed = interchange;
            interchange = null;
            handler.endInterchange(closed, iea);
        }
    }

    private void brokenInterchange(String code, String message) {
        if (group != null) {
            brokenGroup("3", "The interchange ends before the group does");
        }
        errors.envelope(Level.INTERCHANGE, code, "IEA", 0, message);
        closeInterchange(null);
    }

    @Override
    public void segment(String id, String message) {
        if (set != null) {
            errors.segment++;
            errors.segment("8", id, "", message);
        } else {
            errors.envelope(Level.INTERCHANGE, "024", id, 0, message);
        }
    }

    @Override
    public void interchange(String code, String message) {
        if (interchange != null) {
            brokenInterchange(code, message);
        } else {
            errors.envelope(Level.INTERCHANGE, code, "ISA", 0, message);
        }
    }
}
