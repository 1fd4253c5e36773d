/**
 * X12 005010 health care transactions, read and written: segments and loops as they stand in the file, the envelope, a streaming
 * reader on StAEDI, a streaming writer, errors. The typed loops of each transaction lie in the packages beside this one.
 */
@NullMarked
package org.superbill.x12;

import org.jspecify.annotations.NullMarked;
