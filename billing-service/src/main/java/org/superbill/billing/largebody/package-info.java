/** Bounds how many large bodies are in memory at a time. */
@NullMarked
package org.superbill.billing.largebody;

import org.jspecify.annotations.NullMarked;
