package org.superbill.servicekit.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept.
 *
 * @param json the body, null when there is none
 */
record StoredAnswer(
        int status, List<Header> headers, @Nullable String json) {

    record Header(String name, String value) {}

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(status);
            out.writeShort(headers.size());
            for (var header : headers) {
                out.writeUTF(header.name);
                out.writeUTF(header.value);
            }
            if (json != null) {
                out.writeBoolean(true);
                out.write(json.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StoredAnswer of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var status = in.readShort();
            var headers = new ArrayList<Header>();
            for (var left = in.readShort(); left > 0; left--) {
                headers.add(new Header(in.readUTF(), in.readUTF()));
            }
            var json = in.read() == 1 ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : null;
            return new StoredAnswer(status, headers, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
