/** X12 as JSON and back, without a difference: the names are the guides', the reading and writing keeps a claim at a time. */
@NullMarked
package org.superbill.x12.json;

import org.jspecify.annotations.NullMarked;
