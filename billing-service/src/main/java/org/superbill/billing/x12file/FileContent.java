package org.superbill.billing.x12file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.Limits;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.Guide;

/**
 * A file as it was read: whole, or without the claims where it has nothing but remittances, which are read claim by claim when they are
 * applied. Acknowledgments of interchanges and transaction sets in their order.
 *
 * @param fatal what is wrong with the envelope; then nothing of the file is applied
 */
record FileContent(
        List<InterchangeAcknowledgment> acknowledgments, List<Transaction> transactions, List<X12Error> fatal) {

    static FileContent read(byte[] file, long maxKeptBytes) {
        var collector = new Collector();
        var limits = new Limits(
                Limits.WHOLE.segmentCharacters(), maxKeptBytes, Limits.WHOLE.damagedSegments(), Limits.WHOLE.errors());
        var reader = RemittancesOnly.of(file)
                ? X12Reader.streaming()
                : X12Reader.whole().within(limits);
        try {
            reader.read(new ByteArrayInputStream(file), collector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileContent(collector.acknowledgments, collector.transactions, collector.fatal());
    }

    int size() {
        return acknowledgments.size() + transactions.size();
    }

    /** Whether any of it is a payment, sound or not. */
    boolean hasRemittance() {
        return transactions.stream().anyMatch(transaction -> transaction.set().guide() == Guide.REMITTANCE_835);
    }

    /** 999, 277CA, 835, TA1, or what else it says it is. */
    String kind() {
        return transactions.stream()
                .map(FileContent::kind)
                .findFirst()
                .orElse(acknowledgments.isEmpty() ? "unknown" : "TA1");
    }

    static String kind(Transaction transaction) {
        var guide = transaction.set().guide();
        return guide == null ? transaction.set().code() : guide.id();
    }

    /** What makes a transaction set unreadable as a whole: wrong counts, a missing end. */
    static Optional<X12Error> fatal(Transaction transaction) {
        return transaction.errors().stream()
                .filter(error -> error.level() == X12Error.Level.TRANSACTION)
                .findFirst();
    }

    private static final class Collector implements X12Handler {
        private final List<InterchangeAcknowledgment> acknowledgments = new ArrayList<>();
        private final List<Transaction> transactions = new ArrayList<>();
        private final List<X12Error> errors = new ArrayList<>();

        @Override
        public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
            acknowledgments.add(acknowledgment);
        }

        @Override
        public void endTransaction(Transaction transaction) {
            transactions.add(transaction);
        }

        @Override
        public void error(X12Error error) {
            if (error.level() == X12Error.Level.INTERCHANGE || error.level() == X12Error.Level.GROUP) {
                errors.add(error);
            }
        }

        List<X12Error> fatal() {
            return List.copyOf(errors);
        }
    }
}
