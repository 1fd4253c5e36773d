package org.superbill.servicekit.revision;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** Reads {@link Revision} from {@code If-Match}: one strong entity tag. */
@Provider
public class RevisionConverters implements ParamConverterProvider {

    private static final Pattern ENTITY_TAG = Pattern.compile("\"[\\x21\\x23-\\x7E]*\"");
    private static final Pattern OURS = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Revision.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<Revision> {
        @Override
        public @Nullable Revision fromString(@Nullable String header) {
            if (header == null || header.isBlank()) {
                return null;
            }
            var tag = header.trim();
            var ours = OURS.matcher(tag);
            if (ours.matches()) {
                return new Revision(Long.parseLong(ours.group(1)));
            }
            if (ENTITY_TAG.matcher(tag).matches()) {
                return new Revision(-1);
            }
            throw new Problem(
                    KitProblem.MALFORMED_REQUEST,
                    "If-Match is one entity tag, as it came in ETag",
                    new FieldError("header:If-Match", "malformed", "Send one entity tag with its quotation marks"));
        }

        @Override
        public String toString(Revision revision) {
            return revision.etag();
        }
    }
}
