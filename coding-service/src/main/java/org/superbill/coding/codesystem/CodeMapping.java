package org.superbill.coding.codesystem;

import org.jspecify.annotations.Nullable;

/**
 * One row of a publisher's map from one classification to another.
 *
 * @param source stored form
 * @param target stored form; null where the publisher maps it to nothing that is coded
 * @param relation as published, e.g. {@code Equivalent}
 */
public record CodeMapping(
        String source,
        @Nullable String target,
        @Nullable String title,
        @Nullable String relation) {}
