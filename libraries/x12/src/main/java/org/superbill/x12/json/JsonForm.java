package org.superbill.x12.json;

import java.util.List;

/**
 * The keys of the JSON form that are not a guide's names.
 *
 * <p>What stands in a loop is in members named by the guide. Members need no order: the guide gives it. Only where a file differs
 * from it, {@code order} lists the members as they stood, one entry per occurrence; {@code unknown} has the segments that the guide
 * has no name for in that place. {@code rest} has segments at the end of a loop above the claims that came too late for {@code
 * unknown}. {@code size} is the number of elements (components) where the last of them are empty.
 */
final class JsonForm {
    static final String VERSION = "superbill-x12/1";

    static final String FORMAT = "format";
    static final String INTERCHANGES = "interchanges";
    static final String SEPARATORS = "separators";
    static final String HEADER = "header";
    static final String ACKNOWLEDGMENTS = "acknowledgments";
    static final String GROUPS = "groups";
    static final String TRANSACTIONS = "transactions";
    static final String TRAILER = "trailer";

    static final String GUIDE = "guide";
    static final String ORDER = "order";
    static final String UNKNOWN = "unknown";
    static final String REST = "rest";
    static final String SIZE = "size";

    static final String ID = "id";
    static final String ELEMENTS = "elements";
    static final String REPETITIONS = "repetitions";

    /** A guide may not call anything so. */
    static final List<String> RESERVED = List.of(GUIDE, ORDER, UNKNOWN, REST, SIZE);

    private JsonForm() {}
}
