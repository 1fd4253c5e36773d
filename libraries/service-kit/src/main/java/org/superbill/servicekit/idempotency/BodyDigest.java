package org.superbill.servicekit.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Sha256;

/** The SHA-256 of the current request's query and body, computed while somebody else reads the body. */
@RequestScoped
class BodyDigest {

    private final MessageDigest digest = Sha256.digest();
    private @Nullable Digesting body;

    InputStream watch(InputStream stream) {
        body = new Digesting(stream);
        return body;
    }

    /** Reads what is left of the body. To be called once. */
    byte[] finish(@Nullable String query) {
        try {
            if (body != null) {
                body.drain();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update((byte) 0);
        return digest.digest((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
    }

    /** Closing it reads to the end first: what a JSON parser leaves unread belongs to the body too. */
    private final class Digesting extends FilterInputStream {

        private boolean ended;

        Digesting(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            var value = ended ? -1 : super.read();
            ended = value < 0;
            if (!ended) {
                digest.update((byte) value);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = ended ? -1 : super.read(buffer, offset, length);
            ended = count < 0;
            if (!ended) {
                digest.update(buffer, offset, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            drain();
            super.close();
        }

        void drain() throws IOException {
            if (!ended) {
                transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
