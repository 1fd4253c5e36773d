package org.superbill.billing.remittance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Transaction;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceClaim;

/**
 * The payments of a file, read streaming. Those that are asked for next are kept while they have few claims and lines together; a payment
 * with more than that is read again each time its claims are asked for, so that memory does not grow with the file.
 */
public final class RemittanceFile {
    /** {@link Remitted.Claim#parts} of all claims that are kept; some 10 MB. */
    private static final int PARTS_KEPT = 4 * ClaimChunk.PARTS;

    /** Of a payment without its claims. */
    private static final int HEADER_PARTS = 20;

    private final byte[] file;
    private final Map<Integer, RemittedReader> read = new HashMap<>();

    public RemittanceFile(byte[] file) {
        this.file = file;
    }

    /**
     * @param position of the ST among all of the file, from 1
     * @throws X12Exception when the ST cannot be read
     */
    Remitted at(int position) {
        var reader = read.get(position);
        if (reader == null) {
            read.clear();
            read(file, new From(position));
            reader = read.get(position);
        }
        if (reader == null) {
            throw new X12Exception("The file has no transaction set %d".formatted(position));
        }
        return reader.remitted();
    }

    /**
     * Which of the transaction sets of the file are payments, from 1.
     *
     * @throws X12Exception when the envelope is broken or there is none
     */
    List<Integer> positions() {
        var positions = new ArrayList<Integer>();
        read(file, new X12Handler() {
            private int position;

            @Override
            public void startTransaction(TransactionSet set) {
                position++;
                if (set.guide() == Guide.REMITTANCE_835) {
                    positions.add(position);
                }
            }

            @Override
            public void error(X12Error error) {
                if (error.level() != X12Error.Level.SEGMENT && error.level() != X12Error.Level.ELEMENT) {
                    throw new X12Exception(error.message());
                }
            }
        });
        if (positions.isEmpty()) {
            throw new X12Exception("The file has no payment (835)");
        }
        return positions;
    }

    /** Hands the claims of one ST over in chunks. */
    static void claimsOf(byte[] file, int position, Consumer<List<Remitted.Claim>> work) {
        read(file, new ClaimsOf(position, work));
    }

    private static void read(byte[] file, X12Handler handler) {
        try {
            X12Reader.streaming().read(new ByteArrayInputStream(file), handler);
        } catch (ReadEnough enough) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a reading. */
    private static final class ReadEnough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ReadEnough() {
            super(null, null, false, false);
        }
    }

    /** Keeps payments from one on. */
    private final class From implements X12Handler {
        private final int first;
        private int position;
        private int kept; // parts
        private @Nullable RemittedReader current;

        private From(int first) {
            this.first = first;
        }

        @Override
        public void startTransaction(TransactionSet set) {
            position++;
            if (position > first && kept >= PARTS_KEPT) {
                throw new ReadEnough();
            }
            current = position >= first && set.guide() == Guide.REMITTANCE_835
                    ? new RemittedReader(file, position, set.controlNumber(), PARTS_KEPT)
                    : null;
        }

        @Override
        public void unit(Unit unit) {
            if (current != null) {
                kept += current.claim(unit);
            }
        }

        @Override
        public void endTransaction(Transaction transaction) {
            if (current != null) {
                current.end(RemittanceAdvice.of(transaction));
                kept += HEADER_PARTS;
                read.put(position, current);
                current = null;
            }
        }
    }

    private static final class ClaimsOf implements X12Handler {
        private final int wanted;
        private final ClaimChunk chunk;
        private int position;
        private int claims;

        private ClaimsOf(int wanted, Consumer<List<Remitted.Claim>> work) {
            this.wanted = wanted;
            this.chunk = new ClaimChunk(work);
        }

        @Override
        public void startTransaction(TransactionSet set) {
            position++;
        }

        @Override
        public void unit(Unit unit) {
            if (position == wanted) {
                chunk.add(RemittedReader.read(RemittanceClaim.of(unit).claim(), wanted, ++claims));
            }
        }

        @Override
        public void endTransaction(Transaction transaction) {
            if (position == wanted) {
                chunk.flush();
                throw new ReadEnough();
            }
        }
    }
}
