// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace parley::checkpoint {

/// The instructions of pickle protocols 2 to 5 that are understood here, by their names in Python's pickletools.
/// Missing are the text forms that protocol 2 replaced, extension codes, and buffers outside of the pickle.
enum class PickleOp : unsigned char {
    Proto = 0x80,
    Frame = 0x95,
    Stop = '.',

    None = 'N',
    NewTrue = 0x88,
    NewFalse = 0x89,
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long1 = 0x8a,
    Long4 = 0x8b,
    BinFloat = 'G',

    BinString = 'T',
    ShortBinString = 'U',
    BinUnicode = 'X',
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    BinBytes = 'B',
    ShortBinBytes = 'C',
    BinBytes8 = 0x8e,
    ByteArray8 = 0x96,

    Mark = '(',
    Pop = '0',
    PopMark = '1',
    Dup = '2',
    BinPut = 'q',
    LongBinPut = 'r',
    BinGet = 'h',
    LongBinGet = 'j',
    Memoize = 0x94,

    EmptyList = ']',
    List = 'l',
    Append = 'a',
    Appends = 'e',
    EmptyTuple = ')',
    Tuple = 't',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    EmptySet = 0x8f,
    AddItems = 0x90,
    FrozenSet = 0x91,

    EmptyDict = '}',
    Dict = 'd',
    SetItem = 's',
    SetItems = 'u',

    Global = 'c',
    StackGlobal = 0x93,
    Reduce = 'R',
    Build = 'b',
    BinPersId = 'Q',
    Inst = 'i',
    Obj = 'o',
    NewObj = 0x81,
    NewObjEx = 0x92,
};

} // namespace parley::checkpoint
