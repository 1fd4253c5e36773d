package org.superbill.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole file in memory, for small files and tests; written again it has the same segments and elements in the same order.
 *
 * @param errors all that was found, in the order of the file
 */
public record X12File(List<InterchangeContent> interchanges, List<X12Error> errors) {
    public X12File {
        interchanges = List.copyOf(interchanges);
        errors = List.copyOf(errors);
    }

    /** @param trailer IEA, null when it was missing */
    public record InterchangeContent(
            Interchange header,
            List<InterchangeAcknowledgment> acknowledgments,
            List<GroupContent> groups,
            @Nullable Segment trailer) {
        public InterchangeContent {
            acknowledgments = List.copyOf(acknowledgments);
            groups = List.copyOf(groups);
        }
    }

    /** @param trailer GE, null when it was missing */
    public record GroupContent(
            FunctionalGroup header,
            List<Transaction> transactions,
            @Nullable Segment trailer) {
        public GroupContent {
            transactions = List.copyOf(transactions);
        }
    }

    public static X12File read(InputStream in) throws IOException {
        return read(in, X12Reader.whole());
    }

    /** @param reader must read {@link X12Reader#whole} */
    public static X12File read(InputStream in, X12Reader reader) throws IOException {
        var collector = new Collector();
        reader.read(in, collector);
        return new X12File(collector.interchanges, collector.errors);
    }

    /** All transaction sets of all groups. */
    public List<Transaction> transactions() {
        return interchanges.stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.transactions().stream())
                .toList();
    }

    /** Writes what was read, with the counts and control numbers it had. */
    public void write(OutputStream out) throws IOException {
        write(out, "\n");
    }

    /** @param lineEnd what follows a segment's terminator */
    public void write(OutputStream out, String lineEnd) throws IOException {
        for (var interchange : interchanges) {
            var writer = X12Writer.to(out, StandardCharsets.UTF_8, lineEnd);
            writer.startInterchange(interchange.header());
            for (var acknowledgment : interchange.acknowledgments()) {
                writer.put(acknowledgment.segment());
            }
            for (var group : interchange.groups()) {
                writer.put(group.header().gs());
                for (var transaction : group.transactions()) {
                    for (var segment : transaction.root().allSegments()) {
                        writer.put(segment);
                    }
                }
                putTrailer(writer, group.trailer());
            }
            putTrailer(writer, interchange.trailer());
        }
        out.flush();
    }

    private static void putTrailer(X12Writer writer, @Nullable Segment trailer) throws IOException {
        if (trailer != null) {
            writer.put(trailer);
        }
    }

    private static final class Collector implements X12Handler {
        private final List<InterchangeContent> interchanges = new ArrayList<>();
        private final List<X12Error> errors = new ArrayList<>();
        private List<InterchangeAcknowledgment> acknowledgments = new ArrayList<>();
        private List<GroupContent> groups = new ArrayList<>();
        private List<Transaction> transactions = new ArrayList<>();

        @Override
        public void startInterchange(Interchange interchange) {
            acknowledgments = new ArrayList<>();
            groups = new ArrayList<>();
        }

        @Override
        public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
            acknowledgments.add(acknowledgment);
        }

        @Override
        public void startGroup(FunctionalGroup group) {
            transactions = new ArrayList<>();
        }

        @Override
        public void endTransaction(Transaction transaction) {
            transactions.add(transaction);
        }

        @Override
        public void endGroup(FunctionalGroup group, @Nullable Segment trailer) {
            groups.add(new GroupContent(group, transactions, trailer));
        }

        @Override
        public void endInterchange(Interchange interchange, @Nullable Segment trailer) {
            interchanges.add(new InterchangeContent(interchange, acknowledgments, groups, trailer));
        }

        @Override
        public void error(X12Error error) {
            errors.add(error);
        }
    }
}
