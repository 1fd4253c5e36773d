package org.superbill.servicekit.paging;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * Which page of a list is asked for; a parameter {@code @BeanParam PageRequest page} of the resource method. The store reads
 * {@code where id > :after order by id} with {@link #fetch()} rows and {@link Page#of} does the rest.
 */
public class PageRequest {

    private static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = "200"))
    int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before")
    @Nullable
    String cursor;

    /** The first page with the default limit, until Quarkus fills it in. */
    public PageRequest() {}

    public PageRequest(int limit, @Nullable String cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    /**
     * 1 to 200.
     *
     * @throws Problem {@code VALIDATION_FAILED}
     */
    public int limit() {
        if (limit < 1 || limit > MOST) {
            throw invalid("?limit", "out-of-range", "limit is between 1 and " + MOST);
        }
        return limit;
    }

    /** How many rows to read: one more than the limit, to see whether there is another page. */
    public int fetch() {
        return limit() + 1;
    }

    /**
     * The last id of the page before, or null on the first page.
     *
     * @throws Problem {@code VALIDATION_FAILED} when the cursor is not one of ours
     */
    public @Nullable UUID afterId() {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == 2 * Long.BYTES) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // the same problem as a wrong length
        }
        throw invalid("?cursor", "unknown-cursor", "cursor is not the nextCursor of a page");
    }

    /** As {@link #afterId()}, on the first page an id that is before all others: {@code where id > :after order by id}. */
    public UUID after() {
        var id = afterId();
        return id == null ? new UUID(0, 0) : id;
    }

    static String cursorAfter(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Problem invalid(String pointer, String code, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "A query parameter is not valid", new FieldError(pointer, code, message));
    }
}
