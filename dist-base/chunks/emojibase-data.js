// ../../../work/main/node_modules/emojibase-data/en/compact.json
var compact_default = [
	{ "hexcode": "1F1E6" },
	{ "hexcode": "1F1E7" },
	{ "hexcode": "1F1E8" },
	{ "hexcode": "1F1E9" },
	{ "hexcode": "1F1EA" },
	{ "hexcode": "1F1EB" },
	{ "hexcode": "1F1EC" },
	{ "hexcode": "1F1ED" },
	{ "hexcode": "1F1EE" },
	{ "hexcode": "1F1EF" },
	{ "hexcode": "1F1F0" },
	{ "hexcode": "1F1F1" },
	{ "hexcode": "1F1F2" },
	{ "hexcode": "1F1F3" },
	{ "hexcode": "1F1F4" },
	{ "hexcode": "1F1F5" },
	{ "hexcode": "1F1F6" },
	{ "hexcode": "1F1F7" },
	{ "hexcode": "1F1F8" },
	{ "hexcode": "1F1F9" },
	{ "hexcode": "1F1FA" },
	{ "hexcode": "1F1FB" },
	{ "hexcode": "1F1FC" },
	{ "hexcode": "1F1FD" },
	{ "hexcode": "1F1FE" },
	{ "hexcode": "1F1FF" },
	{
		"hexcode": "1F600",
		"group": 0,
		"order": 1
	},
	{
		"hexcode": "1F603",
		"group": 0,
		"order": 2
	},
	{
		"hexcode": "1F604",
		"group": 0,
		"order": 3
	},
	{
		"hexcode": "1F601",
		"group": 0,
		"order": 4
	},
	{
		"hexcode": "1F606",
		"group": 0,
		"order": 5
	},
	{
		"hexcode": "1F605",
		"group": 0,
		"order": 6
	},
	{
		"hexcode": "1F923",
		"group": 0,
		"order": 7
	},
	{
		"hexcode": "1F602",
		"group": 0,
		"order": 8
	},
	{
		"hexcode": "1F642",
		"group": 0,
		"order": 9
	},
	{
		"hexcode": "1F643",
		"group": 0,
		"order": 10
	},
	{
		"hexcode": "1FAE0",
		"group": 0,
		"order": 11
	},
	{
		"hexcode": "1F609",
		"group": 0,
		"order": 12
	},
	{
		"hexcode": "1F60A",
		"group": 0,
		"order": 13
	},
	{
		"hexcode": "1F607",
		"group": 0,
		"order": 14
	},
	{
		"hexcode": "1F970",
		"group": 0,
		"order": 15
	},
	{
		"hexcode": "1F60D",
		"group": 0,
		"order": 16
	},
	{
		"hexcode": "1F929",
		"group": 0,
		"order": 17
	},
	{
		"hexcode": "1F618",
		"group": 0,
		"order": 18
	},
	{
		"hexcode": "1F617",
		"group": 0,
		"order": 19
	},
	{
		"hexcode": "263A",
		"group": 0,
		"order": 21
	},
	{
		"hexcode": "1F61A",
		"group": 0,
		"order": 22
	},
	{
		"hexcode": "1F619",
		"group": 0,
		"order": 23
	},
	{
		"hexcode": "1F972",
		"group": 0,
		"order": 24
	},
	{
		"hexcode": "1F60B",
		"group": 0,
		"order": 25
	},
	{
		"hexcode": "1F61B",
		"group": 0,
		"order": 26
	},
	{
		"hexcode": "1F61C",
		"group": 0,
		"order": 27
	},
	{
		"hexcode": "1F92A",
		"group": 0,
		"order": 28
	},
	{
		"hexcode": "1F61D",
		"group": 0,
		"order": 29
	},
	{
		"hexcode": "1F911",
		"group": 0,
		"order": 30
	},
	{
		"hexcode": "1F917",
		"group": 0,
		"order": 31
	},
	{
		"hexcode": "1F92D",
		"group": 0,
		"order": 32
	},
	{
		"hexcode": "1FAE2",
		"group": 0,
		"order": 33
	},
	{
		"hexcode": "1FAE3",
		"group": 0,
		"order": 34
	},
	{
		"hexcode": "1F92B",
		"group": 0,
		"order": 35
	},
	{
		"hexcode": "1F914",
		"group": 0,
		"order": 36
	},
	{
		"hexcode": "1FAE1",
		"group": 0,
		"order": 37
	},
	{
		"hexcode": "1F910",
		"group": 0,
		"order": 38
	},
	{
		"hexcode": "1F928",
		"group": 0,
		"order": 39
	},
	{
		"hexcode": "1F610",
		"group": 0,
		"order": 40
	},
	{
		"hexcode": "1F611",
		"group": 0,
		"order": 41
	},
	{
		"hexcode": "1F636",
		"group": 0,
		"order": 42
	},
	{
		"hexcode": "1FAE5",
		"group": 0,
		"order": 43
	},
	{
		"hexcode": "1F636-200D-1F32B-FE0F",
		"group": 0,
		"order": 44
	},
	{
		"hexcode": "1F60F",
		"group": 0,
		"order": 46
	},
	{
		"hexcode": "1F612",
		"group": 0,
		"order": 47
	},
	{
		"hexcode": "1F644",
		"group": 0,
		"order": 48
	},
	{
		"hexcode": "1F62C",
		"group": 0,
		"order": 49
	},
	{
		"hexcode": "1F62E-200D-1F4A8",
		"group": 0,
		"order": 50
	},
	{
		"hexcode": "1F925",
		"group": 0,
		"order": 51
	},
	{
		"hexcode": "1FAE8",
		"group": 0,
		"order": 52
	},
	{
		"hexcode": "1F642-200D-2194-FE0F",
		"group": 0,
		"order": 53
	},
	{
		"hexcode": "1F642-200D-2195-FE0F",
		"group": 0,
		"order": 55
	},
	{
		"hexcode": "1F60C",
		"group": 0,
		"order": 57
	},
	{
		"hexcode": "1F614",
		"group": 0,
		"order": 58
	},
	{
		"hexcode": "1F62A",
		"group": 0,
		"order": 59
	},
	{
		"hexcode": "1F924",
		"group": 0,
		"order": 60
	},
	{
		"hexcode": "1F634",
		"group": 0,
		"order": 61
	},
	{
		"hexcode": "1FAE9",
		"group": 0,
		"order": 62
	},
	{
		"hexcode": "1F637",
		"group": 0,
		"order": 63
	},
	{
		"hexcode": "1F912",
		"group": 0,
		"order": 64
	},
	{
		"hexcode": "1F915",
		"group": 0,
		"order": 65
	},
	{
		"hexcode": "1F922",
		"group": 0,
		"order": 66
	},
	{
		"hexcode": "1F92E",
		"group": 0,
		"order": 67
	},
	{
		"hexcode": "1F927",
		"group": 0,
		"order": 68
	},
	{
		"hexcode": "1F975",
		"group": 0,
		"order": 69
	},
	{
		"hexcode": "1F976",
		"group": 0,
		"order": 70
	},
	{
		"hexcode": "1F974",
		"group": 0,
		"order": 71
	},
	{
		"hexcode": "1F635",
		"group": 0,
		"order": 72
	},
	{
		"hexcode": "1F635-200D-1F4AB",
		"group": 0,
		"order": 73
	},
	{
		"hexcode": "1F92F",
		"group": 0,
		"order": 74
	},
	{
		"hexcode": "1F920",
		"group": 0,
		"order": 75
	},
	{
		"hexcode": "1F973",
		"group": 0,
		"order": 76
	},
	{
		"hexcode": "1F978",
		"group": 0,
		"order": 77
	},
	{
		"hexcode": "1F60E",
		"group": 0,
		"order": 78
	},
	{
		"hexcode": "1F913",
		"group": 0,
		"order": 79
	},
	{
		"hexcode": "1F9D0",
		"group": 0,
		"order": 80
	},
	{
		"hexcode": "1F615",
		"group": 0,
		"order": 81
	},
	{
		"hexcode": "1FAE4",
		"group": 0,
		"order": 82
	},
	{
		"hexcode": "1F61F",
		"group": 0,
		"order": 83
	},
	{
		"hexcode": "1F641",
		"group": 0,
		"order": 84
	},
	{
		"hexcode": "2639",
		"group": 0,
		"order": 86
	},
	{
		"hexcode": "1F62E",
		"group": 0,
		"order": 87
	},
	{
		"hexcode": "1F62F",
		"group": 0,
		"order": 88
	},
	{
		"hexcode": "1F632",
		"group": 0,
		"order": 89
	},
	{
		"hexcode": "1F633",
		"group": 0,
		"order": 90
	},
	{
		"hexcode": "1FAEA",
		"group": 0,
		"order": 91
	},
	{
		"hexcode": "1F97A",
		"group": 0,
		"order": 92
	},
	{
		"hexcode": "1F979",
		"group": 0,
		"order": 93
	},
	{
		"hexcode": "1F626",
		"group": 0,
		"order": 94
	},
	{
		"hexcode": "1F627",
		"group": 0,
		"order": 95
	},
	{
		"hexcode": "1F628",
		"group": 0,
		"order": 96
	},
	{
		"hexcode": "1F630",
		"group": 0,
		"order": 97
	},
	{
		"hexcode": "1F625",
		"group": 0,
		"order": 98
	},
	{
		"hexcode": "1F622",
		"group": 0,
		"order": 99
	},
	{
		"hexcode": "1F62D",
		"group": 0,
		"order": 100
	},
	{
		"hexcode": "1F631",
		"group": 0,
		"order": 101
	},
	{
		"hexcode": "1F616",
		"group": 0,
		"order": 102
	},
	{
		"hexcode": "1F623",
		"group": 0,
		"order": 103
	},
	{
		"hexcode": "1F61E",
		"group": 0,
		"order": 104
	},
	{
		"hexcode": "1F613",
		"group": 0,
		"order": 105
	},
	{
		"hexcode": "1F629",
		"group": 0,
		"order": 106
	},
	{
		"hexcode": "1F62B",
		"group": 0,
		"order": 107
	},
	{
		"hexcode": "1F971",
		"group": 0,
		"order": 108
	},
	{
		"hexcode": "1F624",
		"group": 0,
		"order": 109
	},
	{
		"hexcode": "1F621",
		"group": 0,
		"order": 110
	},
	{
		"hexcode": "1F620",
		"group": 0,
		"order": 111
	},
	{
		"hexcode": "1F92C",
		"group": 0,
		"order": 112
	},
	{
		"hexcode": "1F608",
		"group": 0,
		"order": 113
	},
	{
		"hexcode": "1F47F",
		"group": 0,
		"order": 114
	},
	{
		"hexcode": "1F480",
		"group": 0,
		"order": 115
	},
	{
		"hexcode": "2620",
		"group": 0,
		"order": 117
	},
	{
		"hexcode": "1F4A9",
		"group": 0,
		"order": 118
	},
	{
		"hexcode": "1F921",
		"group": 0,
		"order": 119
	},
	{
		"hexcode": "1F479",
		"group": 0,
		"order": 120
	},
	{
		"hexcode": "1F47A",
		"group": 0,
		"order": 121
	},
	{
		"hexcode": "1F47B",
		"group": 0,
		"order": 122
	},
	{
		"hexcode": "1F47D",
		"group": 0,
		"order": 123
	},
	{
		"hexcode": "1F47E",
		"group": 0,
		"order": 124
	},
	{
		"hexcode": "1F916",
		"group": 0,
		"order": 125
	},
	{
		"hexcode": "1F63A",
		"group": 0,
		"order": 126
	},
	{
		"hexcode": "1F638",
		"group": 0,
		"order": 127
	},
	{
		"hexcode": "1F639",
		"group": 0,
		"order": 128
	},
	{
		"hexcode": "1F63B",
		"group": 0,
		"order": 129
	},
	{
		"hexcode": "1F63C",
		"group": 0,
		"order": 130
	},
	{
		"hexcode": "1F63D",
		"group": 0,
		"order": 131
	},
	{
		"hexcode": "1F640",
		"group": 0,
		"order": 132
	},
	{
		"hexcode": "1F63F",
		"group": 0,
		"order": 133
	},
	{
		"hexcode": "1F63E",
		"group": 0,
		"order": 134
	},
	{
		"hexcode": "1F648",
		"group": 0,
		"order": 135
	},
	{
		"hexcode": "1F649",
		"group": 0,
		"order": 136
	},
	{
		"hexcode": "1F64A",
		"group": 0,
		"order": 137
	},
	{
		"hexcode": "1F48C",
		"group": 0,
		"order": 138
	},
	{
		"hexcode": "1F498",
		"group": 0,
		"order": 139
	},
	{
		"hexcode": "1F49D",
		"group": 0,
		"order": 140
	},
	{
		"hexcode": "1F496",
		"group": 0,
		"order": 141
	},
	{
		"hexcode": "1F497",
		"group": 0,
		"order": 142
	},
	{
		"hexcode": "1F493",
		"group": 0,
		"order": 143
	},
	{
		"hexcode": "1F49E",
		"group": 0,
		"order": 144
	},
	{
		"hexcode": "1F495",
		"group": 0,
		"order": 145
	},
	{
		"hexcode": "1F49F",
		"group": 0,
		"order": 146
	},
	{
		"hexcode": "2763",
		"group": 0,
		"order": 148
	},
	{
		"hexcode": "1F494",
		"group": 0,
		"order": 149
	},
	{
		"hexcode": "2764-FE0F-200D-1F525",
		"group": 0,
		"order": 150
	},
	{
		"hexcode": "2764-FE0F-200D-1FA79",
		"group": 0,
		"order": 152
	},
	{
		"hexcode": "2764",
		"group": 0,
		"order": 155
	},
	{
		"hexcode": "1FA77",
		"group": 0,
		"order": 156
	},
	{
		"hexcode": "1F9E1",
		"group": 0,
		"order": 157
	},
	{
		"hexcode": "1F49B",
		"group": 0,
		"order": 158
	},
	{
		"hexcode": "1F49A",
		"group": 0,
		"order": 159
	},
	{
		"hexcode": "1F499",
		"group": 0,
		"order": 160
	},
	{
		"hexcode": "1FA75",
		"group": 0,
		"order": 161
	},
	{
		"hexcode": "1F49C",
		"group": 0,
		"order": 162
	},
	{
		"hexcode": "1F90E",
		"group": 0,
		"order": 163
	},
	{
		"hexcode": "1F5A4",
		"group": 0,
		"order": 164
	},
	{
		"hexcode": "1FA76",
		"group": 0,
		"order": 165
	},
	{
		"hexcode": "1F90D",
		"group": 0,
		"order": 166
	},
	{
		"hexcode": "1F48B",
		"group": 0,
		"order": 167
	},
	{
		"hexcode": "1F4AF",
		"group": 0,
		"order": 168
	},
	{
		"hexcode": "1F4A2",
		"group": 0,
		"order": 169
	},
	{
		"hexcode": "1FAEF",
		"group": 0,
		"order": 170
	},
	{
		"hexcode": "1F4A5",
		"group": 0,
		"order": 171
	},
	{
		"hexcode": "1F4AB",
		"group": 0,
		"order": 172
	},
	{
		"hexcode": "1F4A6",
		"group": 0,
		"order": 173
	},
	{
		"hexcode": "1F4A8",
		"group": 0,
		"order": 174
	},
	{
		"hexcode": "1F573",
		"group": 0,
		"order": 176
	},
	{
		"hexcode": "1F4AC",
		"group": 0,
		"order": 177
	},
	{
		"hexcode": "1F441-FE0F-200D-1F5E8-FE0F",
		"group": 0,
		"order": 178
	},
	{
		"hexcode": "1F5E8",
		"group": 0,
		"order": 183
	},
	{
		"hexcode": "1F5EF",
		"group": 0,
		"order": 185
	},
	{
		"hexcode": "1F4AD",
		"group": 0,
		"order": 186
	},
	{
		"hexcode": "1F4A4",
		"group": 0,
		"order": 187
	},
	{
		"hexcode": "1F44B",
		"group": 1,
		"order": 188
	},
	{
		"hexcode": "1F91A",
		"group": 1,
		"order": 194
	},
	{
		"hexcode": "1F590",
		"group": 1,
		"order": 201
	},
	{
		"hexcode": "270B",
		"group": 1,
		"order": 207
	},
	{
		"hexcode": "1F596",
		"group": 1,
		"order": 213
	},
	{
		"hexcode": "1FAF1",
		"group": 1,
		"order": 219
	},
	{
		"hexcode": "1FAF2",
		"group": 1,
		"order": 225
	},
	{
		"hexcode": "1FAF3",
		"group": 1,
		"order": 231
	},
	{
		"hexcode": "1FAF4",
		"group": 1,
		"order": 237
	},
	{
		"hexcode": "1FAF7",
		"group": 1,
		"order": 243
	},
	{
		"hexcode": "1FAF8",
		"group": 1,
		"order": 249
	},
	{
		"hexcode": "1F44C",
		"group": 1,
		"order": 255
	},
	{
		"hexcode": "1F90C",
		"group": 1,
		"order": 261
	},
	{
		"hexcode": "1F90F",
		"group": 1,
		"order": 267
	},
	{
		"hexcode": "270C",
		"group": 1,
		"order": 274
	},
	{
		"hexcode": "1F91E",
		"group": 1,
		"order": 280
	},
	{
		"hexcode": "1FAF0",
		"group": 1,
		"order": 286
	},
	{
		"hexcode": "1F91F",
		"group": 1,
		"order": 292
	},
	{
		"hexcode": "1F918",
		"group": 1,
		"order": 298
	},
	{
		"hexcode": "1F919",
		"group": 1,
		"order": 304
	},
	{
		"hexcode": "1F448",
		"group": 1,
		"order": 310
	},
	{
		"hexcode": "1F449",
		"group": 1,
		"order": 316
	},
	{
		"hexcode": "1F446",
		"group": 1,
		"order": 322
	},
	{
		"hexcode": "1F595",
		"group": 1,
		"order": 328
	},
	{
		"hexcode": "1F447",
		"group": 1,
		"order": 334
	},
	{
		"hexcode": "261D",
		"group": 1,
		"order": 341
	},
	{
		"hexcode": "1FAF5",
		"group": 1,
		"order": 347
	},
	{
		"hexcode": "1F44D",
		"group": 1,
		"order": 353
	},
	{
		"hexcode": "1F44E",
		"group": 1,
		"order": 359
	},
	{
		"hexcode": "270A",
		"group": 1,
		"order": 365
	},
	{
		"hexcode": "1F44A",
		"group": 1,
		"order": 371
	},
	{
		"hexcode": "1F91B",
		"group": 1,
		"order": 377
	},
	{
		"hexcode": "1F91C",
		"group": 1,
		"order": 383
	},
	{
		"hexcode": "1F44F",
		"group": 1,
		"order": 389
	},
	{
		"hexcode": "1F64C",
		"group": 1,
		"order": 395
	},
	{
		"hexcode": "1FAF6",
		"group": 1,
		"order": 401
	},
	{
		"hexcode": "1F450",
		"group": 1,
		"order": 407
	},
	{
		"hexcode": "1F932",
		"group": 1,
		"order": 413
	},
	{
		"hexcode": "1F91D",
		"group": 1,
		"order": 419
	},
	{
		"hexcode": "1F64F",
		"group": 1,
		"order": 445
	},
	{
		"hexcode": "270D",
		"group": 1,
		"order": 452
	},
	{
		"hexcode": "1F485",
		"group": 1,
		"order": 458
	},
	{
		"hexcode": "1F933",
		"group": 1,
		"order": 464
	},
	{
		"hexcode": "1F4AA",
		"group": 1,
		"order": 470
	},
	{
		"hexcode": "1F9BE",
		"group": 1,
		"order": 476
	},
	{
		"hexcode": "1F9BF",
		"group": 1,
		"order": 477
	},
	{
		"hexcode": "1F9B5",
		"group": 1,
		"order": 478
	},
	{
		"hexcode": "1F9B6",
		"group": 1,
		"order": 484
	},
	{
		"hexcode": "1F442",
		"group": 1,
		"order": 490
	},
	{
		"hexcode": "1F9BB",
		"group": 1,
		"order": 496
	},
	{
		"hexcode": "1F443",
		"group": 1,
		"order": 502
	},
	{
		"hexcode": "1F9E0",
		"group": 1,
		"order": 508
	},
	{
		"hexcode": "1FAC0",
		"group": 1,
		"order": 509
	},
	{
		"hexcode": "1FAC1",
		"group": 1,
		"order": 510
	},
	{
		"hexcode": "1F9B7",
		"group": 1,
		"order": 511
	},
	{
		"hexcode": "1F9B4",
		"group": 1,
		"order": 512
	},
	{
		"hexcode": "1F440",
		"group": 1,
		"order": 513
	},
	{
		"hexcode": "1F441",
		"group": 1,
		"order": 515
	},
	{
		"hexcode": "1F445",
		"group": 1,
		"order": 516
	},
	{
		"hexcode": "1F444",
		"group": 1,
		"order": 517
	},
	{
		"hexcode": "1FAE6",
		"group": 1,
		"order": 518
	},
	{
		"hexcode": "1F476",
		"group": 1,
		"order": 519
	},
	{
		"hexcode": "1F9D2",
		"group": 1,
		"order": 525
	},
	{
		"hexcode": "1F466",
		"group": 1,
		"order": 531
	},
	{
		"hexcode": "1F467",
		"group": 1,
		"order": 537
	},
	{
		"hexcode": "1F9D1",
		"group": 1,
		"order": 543
	},
	{
		"hexcode": "1F471",
		"group": 1,
		"order": 549
	},
	{
		"hexcode": "1F468",
		"group": 1,
		"order": 555
	},
	{
		"hexcode": "1F9D4",
		"group": 1,
		"order": 561
	},
	{
		"hexcode": "1F9D4-200D-2642-FE0F",
		"group": 1,
		"order": 567
	},
	{
		"hexcode": "1F9D4-200D-2640-FE0F",
		"group": 1,
		"order": 579
	},
	{
		"hexcode": "1F468-200D-1F9B0",
		"group": 1,
		"order": 591
	},
	{
		"hexcode": "1F468-200D-1F9B1",
		"group": 1,
		"order": 597
	},
	{
		"hexcode": "1F468-200D-1F9B3",
		"group": 1,
		"order": 603
	},
	{
		"hexcode": "1F468-200D-1F9B2",
		"group": 1,
		"order": 609
	},
	{
		"hexcode": "1F469",
		"group": 1,
		"order": 615
	},
	{
		"hexcode": "1F469-200D-1F9B0",
		"group": 1,
		"order": 621
	},
	{
		"hexcode": "1F9D1-200D-1F9B0",
		"group": 1,
		"order": 627
	},
	{
		"hexcode": "1F469-200D-1F9B1",
		"group": 1,
		"order": 633
	},
	{
		"hexcode": "1F9D1-200D-1F9B1",
		"group": 1,
		"order": 639
	},
	{
		"hexcode": "1F469-200D-1F9B3",
		"group": 1,
		"order": 645
	},
	{
		"hexcode": "1F9D1-200D-1F9B3",
		"group": 1,
		"order": 651
	},
	{
		"hexcode": "1F469-200D-1F9B2",
		"group": 1,
		"order": 657
	},
	{
		"hexcode": "1F9D1-200D-1F9B2",
		"group": 1,
		"order": 663
	},
	{
		"hexcode": "1F471-200D-2640-FE0F",
		"group": 1,
		"order": 669
	},
	{
		"hexcode": "1F471-200D-2642-FE0F",
		"group": 1,
		"order": 681
	},
	{
		"hexcode": "1F9D3",
		"group": 1,
		"order": 693
	},
	{
		"hexcode": "1F474",
		"group": 1,
		"order": 699
	},
	{
		"hexcode": "1F475",
		"group": 1,
		"order": 705
	},
	{
		"hexcode": "1F64D",
		"group": 1,
		"order": 711
	},
	{
		"hexcode": "1F64D-200D-2642-FE0F",
		"group": 1,
		"order": 717
	},
	{
		"hexcode": "1F64D-200D-2640-FE0F",
		"group": 1,
		"order": 729
	},
	{
		"hexcode": "1F64E",
		"group": 1,
		"order": 741
	},
	{
		"hexcode": "1F64E-200D-2642-FE0F",
		"group": 1,
		"order": 747
	},
	{
		"hexcode": "1F64E-200D-2640-FE0F",
		"group": 1,
		"order": 759
	},
	{
		"hexcode": "1F645",
		"group": 1,
		"order": 771
	},
	{
		"hexcode": "1F645-200D-2642-FE0F",
		"group": 1,
		"order": 777
	},
	{
		"hexcode": "1F645-200D-2640-FE0F",
		"group": 1,
		"order": 789
	},
	{
		"hexcode": "1F646",
		"group": 1,
		"order": 801
	},
	{
		"hexcode": "1F646-200D-2642-FE0F",
		"group": 1,
		"order": 807
	},
	{
		"hexcode": "1F646-200D-2640-FE0F",
		"group": 1,
		"order": 819
	},
	{
		"hexcode": "1F481",
		"group": 1,
		"order": 831
	},
	{
		"hexcode": "1F481-200D-2642-FE0F",
		"group": 1,
		"order": 837
	},
	{
		"hexcode": "1F481-200D-2640-FE0F",
		"group": 1,
		"order": 849
	},
	{
		"hexcode": "1F64B",
		"group": 1,
		"order": 861
	},
	{
		"hexcode": "1F64B-200D-2642-FE0F",
		"group": 1,
		"order": 867
	},
	{
		"hexcode": "1F64B-200D-2640-FE0F",
		"group": 1,
		"order": 879
	},
	{
		"hexcode": "1F9CF",
		"group": 1,
		"order": 891
	},
	{
		"hexcode": "1F9CF-200D-2642-FE0F",
		"group": 1,
		"order": 897
	},
	{
		"hexcode": "1F9CF-200D-2640-FE0F",
		"group": 1,
		"order": 909
	},
	{
		"hexcode": "1F647",
		"group": 1,
		"order": 921
	},
	{
		"hexcode": "1F647-200D-2642-FE0F",
		"group": 1,
		"order": 927
	},
	{
		"hexcode": "1F647-200D-2640-FE0F",
		"group": 1,
		"order": 939
	},
	{
		"hexcode": "1F926",
		"group": 1,
		"order": 951
	},
	{
		"hexcode": "1F926-200D-2642-FE0F",
		"group": 1,
		"order": 957
	},
	{
		"hexcode": "1F926-200D-2640-FE0F",
		"group": 1,
		"order": 969
	},
	{
		"hexcode": "1F937",
		"group": 1,
		"order": 981
	},
	{
		"hexcode": "1F937-200D-2642-FE0F",
		"group": 1,
		"order": 987
	},
	{
		"hexcode": "1F937-200D-2640-FE0F",
		"group": 1,
		"order": 999
	},
	{
		"hexcode": "1F9D1-200D-2695-FE0F",
		"group": 1,
		"order": 1011
	},
	{
		"hexcode": "1F468-200D-2695-FE0F",
		"group": 1,
		"order": 1023
	},
	{
		"hexcode": "1F469-200D-2695-FE0F",
		"group": 1,
		"order": 1035
	},
	{
		"hexcode": "1F9D1-200D-1F393",
		"group": 1,
		"order": 1047
	},
	{
		"hexcode": "1F468-200D-1F393",
		"group": 1,
		"order": 1053
	},
	{
		"hexcode": "1F469-200D-1F393",
		"group": 1,
		"order": 1059
	},
	{
		"hexcode": "1F9D1-200D-1F3EB",
		"group": 1,
		"order": 1065
	},
	{
		"hexcode": "1F468-200D-1F3EB",
		"group": 1,
		"order": 1071
	},
	{
		"hexcode": "1F469-200D-1F3EB",
		"group": 1,
		"order": 1077
	},
	{
		"hexcode": "1F9D1-200D-2696-FE0F",
		"group": 1,
		"order": 1083
	},
	{
		"hexcode": "1F468-200D-2696-FE0F",
		"group": 1,
		"order": 1095
	},
	{
		"hexcode": "1F469-200D-2696-FE0F",
		"group": 1,
		"order": 1107
	},
	{
		"hexcode": "1F9D1-200D-1F33E",
		"group": 1,
		"order": 1119
	},
	{
		"hexcode": "1F468-200D-1F33E",
		"group": 1,
		"order": 1125
	},
	{
		"hexcode": "1F469-200D-1F33E",
		"group": 1,
		"order": 1131
	},
	{
		"hexcode": "1F9D1-200D-1F373",
		"group": 1,
		"order": 1137
	},
	{
		"hexcode": "1F468-200D-1F373",
		"group": 1,
		"order": 1143
	},
	{
		"hexcode": "1F469-200D-1F373",
		"group": 1,
		"order": 1149
	},
	{
		"hexcode": "1F9D1-200D-1F527",
		"group": 1,
		"order": 1155
	},
	{
		"hexcode": "1F468-200D-1F527",
		"group": 1,
		"order": 1161
	},
	{
		"hexcode": "1F469-200D-1F527",
		"group": 1,
		"order": 1167
	},
	{
		"hexcode": "1F9D1-200D-1F3ED",
		"group": 1,
		"order": 1173
	},
	{
		"hexcode": "1F468-200D-1F3ED",
		"group": 1,
		"order": 1179
	},
	{
		"hexcode": "1F469-200D-1F3ED",
		"group": 1,
		"order": 1185
	},
	{
		"hexcode": "1F9D1-200D-1F4BC",
		"group": 1,
		"order": 1191
	},
	{
		"hexcode": "1F468-200D-1F4BC",
		"group": 1,
		"order": 1197
	},
	{
		"hexcode": "1F469-200D-1F4BC",
		"group": 1,
		"order": 1203
	},
	{
		"hexcode": "1F9D1-200D-1F52C",
		"group": 1,
		"order": 1209
	},
	{
		"hexcode": "1F468-200D-1F52C",
		"group": 1,
		"order": 1215
	},
	{
		"hexcode": "1F469-200D-1F52C",
		"group": 1,
		"order": 1221
	},
	{
		"hexcode": "1F9D1-200D-1F4BB",
		"group": 1,
		"order": 1227
	},
	{
		"hexcode": "1F468-200D-1F4BB",
		"group": 1,
		"order": 1233
	},
	{
		"hexcode": "1F469-200D-1F4BB",
		"group": 1,
		"order": 1239
	},
	{
		"hexcode": "1F9D1-200D-1F3A4",
		"group": 1,
		"order": 1245
	},
	{
		"hexcode": "1F468-200D-1F3A4",
		"group": 1,
		"order": 1251
	},
	{
		"hexcode": "1F469-200D-1F3A4",
		"group": 1,
		"order": 1257
	},
	{
		"hexcode": "1F9D1-200D-1F3A8",
		"group": 1,
		"order": 1263
	},
	{
		"hexcode": "1F468-200D-1F3A8",
		"group": 1,
		"order": 1269
	},
	{
		"hexcode": "1F469-200D-1F3A8",
		"group": 1,
		"order": 1275
	},
	{
		"hexcode": "1F9D1-200D-2708-FE0F",
		"group": 1,
		"order": 1281
	},
	{
		"hexcode": "1F468-200D-2708-FE0F",
		"group": 1,
		"order": 1293
	},
	{
		"hexcode": "1F469-200D-2708-FE0F",
		"group": 1,
		"order": 1305
	},
	{
		"hexcode": "1F9D1-200D-1F680",
		"group": 1,
		"order": 1317
	},
	{
		"hexcode": "1F468-200D-1F680",
		"group": 1,
		"order": 1323
	},
	{
		"hexcode": "1F469-200D-1F680",
		"group": 1,
		"order": 1329
	},
	{
		"hexcode": "1F9D1-200D-1F692",
		"group": 1,
		"order": 1335
	},
	{
		"hexcode": "1F468-200D-1F692",
		"group": 1,
		"order": 1341
	},
	{
		"hexcode": "1F469-200D-1F692",
		"group": 1,
		"order": 1347
	},
	{
		"hexcode": "1F46E",
		"group": 1,
		"order": 1353
	},
	{
		"hexcode": "1F46E-200D-2642-FE0F",
		"group": 1,
		"order": 1359
	},
	{
		"hexcode": "1F46E-200D-2640-FE0F",
		"group": 1,
		"order": 1371
	},
	{
		"hexcode": "1F575",
		"group": 1,
		"order": 1384
	},
	{
		"hexcode": "1F575-FE0F-200D-2642-FE0F",
		"group": 1,
		"order": 1390
	},
	{
		"hexcode": "1F575-FE0F-200D-2640-FE0F",
		"group": 1,
		"order": 1404
	},
	{
		"hexcode": "1F482",
		"group": 1,
		"order": 1418
	},
	{
		"hexcode": "1F482-200D-2642-FE0F",
		"group": 1,
		"order": 1424
	},
	{
		"hexcode": "1F482-200D-2640-FE0F",
		"group": 1,
		"order": 1436
	},
	{
		"hexcode": "1F977",
		"group": 1,
		"order": 1448
	},
	{
		"hexcode": "1F477",
		"group": 1,
		"order": 1454
	},
	{
		"hexcode": "1F477-200D-2642-FE0F",
		"group": 1,
		"order": 1460
	},
	{
		"hexcode": "1F477-200D-2640-FE0F",
		"group": 1,
		"order": 1472
	},
	{
		"hexcode": "1FAC5",
		"group": 1,
		"order": 1484
	},
	{
		"hexcode": "1F934",
		"group": 1,
		"order": 1490
	},
	{
		"hexcode": "1F478",
		"group": 1,
		"order": 1496
	},
	{
		"hexcode": "1F473",
		"group": 1,
		"order": 1502
	},
	{
		"hexcode": "1F473-200D-2642-FE0F",
		"group": 1,
		"order": 1508
	},
	{
		"hexcode": "1F473-200D-2640-FE0F",
		"group": 1,
		"order": 1520
	},
	{
		"hexcode": "1F472",
		"group": 1,
		"order": 1532
	},
	{
		"hexcode": "1F9D5",
		"group": 1,
		"order": 1538
	},
	{
		"hexcode": "1F935",
		"group": 1,
		"order": 1544
	},
	{
		"hexcode": "1F935-200D-2642-FE0F",
		"group": 1,
		"order": 1550
	},
	{
		"hexcode": "1F935-200D-2640-FE0F",
		"group": 1,
		"order": 1562
	},
	{
		"hexcode": "1F470",
		"group": 1,
		"order": 1574
	},
	{
		"hexcode": "1F470-200D-2642-FE0F",
		"group": 1,
		"order": 1580
	},
	{
		"hexcode": "1F470-200D-2640-FE0F",
		"group": 1,
		"order": 1592
	},
	{
		"hexcode": "1F930",
		"group": 1,
		"order": 1604
	},
	{
		"hexcode": "1FAC3",
		"group": 1,
		"order": 1610
	},
	{
		"hexcode": "1FAC4",
		"group": 1,
		"order": 1616
	},
	{
		"hexcode": "1F931",
		"group": 1,
		"order": 1622
	},
	{
		"hexcode": "1F469-200D-1F37C",
		"group": 1,
		"order": 1628
	},
	{
		"hexcode": "1F468-200D-1F37C",
		"group": 1,
		"order": 1634
	},
	{
		"hexcode": "1F9D1-200D-1F37C",
		"group": 1,
		"order": 1640
	},
	{
		"hexcode": "1F47C",
		"group": 1,
		"order": 1646
	},
	{
		"hexcode": "1F385",
		"group": 1,
		"order": 1652
	},
	{
		"hexcode": "1F936",
		"group": 1,
		"order": 1658
	},
	{
		"hexcode": "1F9D1-200D-1F384",
		"group": 1,
		"order": 1664
	},
	{
		"hexcode": "1F9B8",
		"group": 1,
		"order": 1670
	},
	{
		"hexcode": "1F9B8-200D-2642-FE0F",
		"group": 1,
		"order": 1676
	},
	{
		"hexcode": "1F9B8-200D-2640-FE0F",
		"group": 1,
		"order": 1688
	},
	{
		"hexcode": "1F9B9",
		"group": 1,
		"order": 1700
	},
	{
		"hexcode": "1F9B9-200D-2642-FE0F",
		"group": 1,
		"order": 1706
	},
	{
		"hexcode": "1F9B9-200D-2640-FE0F",
		"group": 1,
		"order": 1718
	},
	{
		"hexcode": "1F9D9",
		"group": 1,
		"order": 1730
	},
	{
		"hexcode": "1F9D9-200D-2642-FE0F",
		"group": 1,
		"order": 1736
	},
	{
		"hexcode": "1F9D9-200D-2640-FE0F",
		"group": 1,
		"order": 1748
	},
	{
		"hexcode": "1F9DA",
		"group": 1,
		"order": 1760
	},
	{
		"hexcode": "1F9DA-200D-2642-FE0F",
		"group": 1,
		"order": 1766
	},
	{
		"hexcode": "1F9DA-200D-2640-FE0F",
		"group": 1,
		"order": 1778
	},
	{
		"hexcode": "1F9DB",
		"group": 1,
		"order": 1790
	},
	{
		"hexcode": "1F9DB-200D-2642-FE0F",
		"group": 1,
		"order": 1796
	},
	{
		"hexcode": "1F9DB-200D-2640-FE0F",
		"group": 1,
		"order": 1808
	},
	{
		"hexcode": "1F9DC",
		"group": 1,
		"order": 1820
	},
	{
		"hexcode": "1F9DC-200D-2642-FE0F",
		"group": 1,
		"order": 1826
	},
	{
		"hexcode": "1F9DC-200D-2640-FE0F",
		"group": 1,
		"order": 1838
	},
	{
		"hexcode": "1F9DD",
		"group": 1,
		"order": 1850
	},
	{
		"hexcode": "1F9DD-200D-2642-FE0F",
		"group": 1,
		"order": 1856
	},
	{
		"hexcode": "1F9DD-200D-2640-FE0F",
		"group": 1,
		"order": 1868
	},
	{
		"hexcode": "1F9DE",
		"group": 1,
		"order": 1880
	},
	{
		"hexcode": "1F9DE-200D-2642-FE0F",
		"group": 1,
		"order": 1881
	},
	{
		"hexcode": "1F9DE-200D-2640-FE0F",
		"group": 1,
		"order": 1883
	},
	{
		"hexcode": "1F9DF",
		"group": 1,
		"order": 1885
	},
	{
		"hexcode": "1F9DF-200D-2642-FE0F",
		"group": 1,
		"order": 1886
	},
	{
		"hexcode": "1F9DF-200D-2640-FE0F",
		"group": 1,
		"order": 1888
	},
	{
		"hexcode": "1F9CC",
		"group": 1,
		"order": 1890
	},
	{
		"hexcode": "1FAC8",
		"group": 1,
		"order": 1891
	},
	{
		"hexcode": "1F486",
		"group": 1,
		"order": 1892
	},
	{
		"hexcode": "1F486-200D-2642-FE0F",
		"group": 1,
		"order": 1898
	},
	{
		"hexcode": "1F486-200D-2640-FE0F",
		"group": 1,
		"order": 1910
	},
	{
		"hexcode": "1F487",
		"group": 1,
		"order": 1922
	},
	{
		"hexcode": "1F487-200D-2642-FE0F",
		"group": 1,
		"order": 1928
	},
	{
		"hexcode": "1F487-200D-2640-FE0F",
		"group": 1,
		"order": 1940
	},
	{
		"hexcode": "1F6B6",
		"group": 1,
		"order": 1952
	},
	{
		"hexcode": "1F6B6-200D-2642-FE0F",
		"group": 1,
		"order": 1958
	},
	{
		"hexcode": "1F6B6-200D-2640-FE0F",
		"group": 1,
		"order": 1970
	},
	{
		"hexcode": "1F6B6-200D-27A1-FE0F",
		"group": 1,
		"order": 1982
	},
	{
		"hexcode": "1F6B6-200D-2640-FE0F-200D-27A1-FE0F",
		"group": 1,
		"order": 1994
	},
	{
		"hexcode": "1F6B6-200D-2642-FE0F-200D-27A1-FE0F",
		"group": 1,
		"order": 2018
	},
	{
		"hexcode": "1F9CD",
		"group": 1,
		"order": 2042
	},
	{
		"hexcode": "1F9CD-200D-2642-FE0F",
		"group": 1,
		"order": 2048
	},
	{
		"hexcode": "1F9CD-200D-2640-FE0F",
		"group": 1,
		"order": 2060
	},
	{
		"hexcode": "1F9CE",
		"group": 1,
		"order": 2072
	},
	{
		"hexcode": "1F9CE-200D-2642-FE0F",
		"group": 1,
		"order": 2078
	},
	{
		"hexcode": "1F9CE-200D-2640-FE0F",
		"group": 1,
		"order": 2090
	},
	{
		"hexcode": "1F9CE-200D-27A1-FE0F",
		"group": 1,
		"order": 2102
	},
	{
		"hexcode": "1F9CE-200D-2640-FE0F-200D-27A1-FE0F",
		"group": 1,
		"order": 2114
	},
	{
		"hexcode": "1F9CE-200D-2642-FE0F-200D-27A1-FE0F",
		"group": 1,
		"order": 2138
	},
	{
		"hexcode": "1F9D1-200D-1F9AF",
		"group": 1,
		"order": 2162
	},
	{
		"hexcode": "1F9D1-200D-1F9AF-200D-27A1-FE0F",
		"group": 1,
		"order": 2168
	},
	{
		"hexcode": "1F468-200D-1F9AF",
		"group": 1,
		"order": 2180
	},
	{
		"hexcode": "1F468-200D-1F9AF-200D-27A1-FE0F",
		"group": 1,
		"order": 2186
	},
	{
		"hexcode": "1F469-200D-1F9AF",
		"group": 1,
		"order": 2198
	},
	{
		"hexcode": "1F469-200D-1F9AF-200D-27A1-FE0F",
		"group": 1,
		"order": 2204
	},
	{
		"hexcode": "1F9D1-200D-1F9BC",
		"group": 1,
		"order": 2216
	},
	{
		"hexcode": "1F9D1-200D-1F9BC-200D-27A1-FE0F",
		"group": 1,
		"order": 2222
	},
	{
		"hexcode": "1F468-200D-1F9BC",
		"group": 1,
		"order": 2234
	},
	{
		"hexcode": "1F468-200D-1F9BC-200D-27A1-FE0F",
		"group": 1,
		"order": 2240
	},
	{
		"hexcode": "1F469-200D-1F9BC",
		"group": 1,
		"order": 2252
	},
	{
		"hexcode": "1F469-200D-1F9BC-200D-27A1-FE0F",
		"group": 1,
		"order": 2258
	},
	{
		"hexcode": "1F9D1-200D-1F9BD",
		"group": 1,
		"order": 2270
	},
	{
		"hexcode": "1F9D1-200D-1F9BD-200D-27A1-FE0F",
		"group": 1,
		"order": 2276
	},
	{
		"hexcode": "1F468-200D-1F9BD",
		"group": 1,
		"order": 2288
	},
	{
		"hexcode": "1F468-200D-1F9BD-200D-27A1-FE0F",
		"group": 1,
		"order": 2294
	},
	{
		"hexcode": "1F469-200D-1F9BD",
		"group": 1,
		"order": 2306
	},
	{
		"hexcode": "1F469-200D-1F9BD-200D-27A1-FE0F",
		"group": 1,
		"order": 2312
	},
	{
		"hexcode": "1F3C3",
		"group": 1,
		"order": 2324
	},
	{
		"hexcode": "1F3C3-200D-2642-FE0F",
		"group": 1,
		"order": 2330
	},
	{
		"hexcode": "1F3C3-200D-2640-FE0F",
		"group": 1,
		"order": 2342
	},
	{
		"hexcode": "1F3C3-200D-27A1-FE0F",
		"group": 1,
		"order": 2354
	},
	{
		"hexcode": "1F3C3-200D-2640-FE0F-200D-27A1-FE0F",
		"group": 1,
		"order": 2366
	},
	{
		"hexcode": "1F3C3-200D-2642-FE0F-200D-27A1-FE0F",
		"group": 1,
		"order": 2390
	},
	{
		"hexcode": "1F9D1-200D-1FA70",
		"group": 1,
		"order": 2414
	},
	{
		"hexcode": "1F483",
		"group": 1,
		"order": 2420
	},
	{
		"hexcode": "1F57A",
		"group": 1,
		"order": 2426
	},
	{
		"hexcode": "1F574",
		"group": 1,
		"order": 2433
	},
	{
		"hexcode": "1F46F",
		"group": 1,
		"order": 2439
	},
	{
		"hexcode": "1F46F-200D-2642-FE0F",
		"group": 1,
		"order": 2445
	},
	{
		"hexcode": "1F46F-200D-2640-FE0F",
		"group": 1,
		"order": 2457
	},
	{
		"hexcode": "1F9D6",
		"group": 1,
		"order": 2529
	},
	{
		"hexcode": "1F9D6-200D-2642-FE0F",
		"group": 1,
		"order": 2535
	},
	{
		"hexcode": "1F9D6-200D-2640-FE0F",
		"group": 1,
		"order": 2547
	},
	{
		"hexcode": "1F9D7",
		"group": 1,
		"order": 2559
	},
	{
		"hexcode": "1F9D7-200D-2642-FE0F",
		"group": 1,
		"order": 2565
	},
	{
		"hexcode": "1F9D7-200D-2640-FE0F",
		"group": 1,
		"order": 2577
	},
	{
		"hexcode": "1F93A",
		"group": 1,
		"order": 2589
	},
	{
		"hexcode": "1F3C7",
		"group": 1,
		"order": 2590
	},
	{
		"hexcode": "26F7",
		"group": 1,
		"order": 2597
	},
	{
		"hexcode": "1F3C2",
		"group": 1,
		"order": 2598
	},
	{
		"hexcode": "1F3CC",
		"group": 1,
		"order": 2605
	},
	{
		"hexcode": "1F3CC-FE0F-200D-2642-FE0F",
		"group": 1,
		"order": 2611
	},
	{
		"hexcode": "1F3CC-FE0F-200D-2640-FE0F",
		"group": 1,
		"order": 2625
	},
	{
		"hexcode": "1F3C4",
		"group": 1,
		"order": 2639
	},
	{
		"hexcode": "1F3C4-200D-2642-FE0F",
		"group": 1,
		"order": 2645
	},
	{
		"hexcode": "1F3C4-200D-2640-FE0F",
		"group": 1,
		"order": 2657
	},
	{
		"hexcode": "1F6A3",
		"group": 1,
		"order": 2669
	},
	{
		"hexcode": "1F6A3-200D-2642-FE0F",
		"group": 1,
		"order": 2675
	},
	{
		"hexcode": "1F6A3-200D-2640-FE0F",
		"group": 1,
		"order": 2687
	},
	{
		"hexcode": "1F3CA",
		"group": 1,
		"order": 2699
	},
	{
		"hexcode": "1F3CA-200D-2642-FE0F",
		"group": 1,
		"order": 2705
	},
	{
		"hexcode": "1F3CA-200D-2640-FE0F",
		"group": 1,
		"order": 2717
	},
	{
		"hexcode": "26F9",
		"group": 1,
		"order": 2730
	},
	{
		"hexcode": "26F9-FE0F-200D-2642-FE0F",
		"group": 1,
		"order": 2736
	},
	{
		"hexcode": "26F9-FE0F-200D-2640-FE0F",
		"group": 1,
		"order": 2750
	},
	{
		"hexcode": "1F3CB",
		"group": 1,
		"order": 2765
	},
	{
		"hexcode": "1F3CB-FE0F-200D-2642-FE0F",
		"group": 1,
		"order": 2771
	},
	{
		"hexcode": "1F3CB-FE0F-200D-2640-FE0F",
		"group": 1,
		"order": 2785
	},
	{
		"hexcode": "1F6B4",
		"group": 1,
		"order": 2799
	},
	{
		"hexcode": "1F6B4-200D-2642-FE0F",
		"group": 1,
		"order": 2805
	},
	{
		"hexcode": "1F6B4-200D-2640-FE0F",
		"group": 1,
		"order": 2817
	},
	{
		"hexcode": "1F6B5",
		"group": 1,
		"order": 2829
	},
	{
		"hexcode": "1F6B5-200D-2642-FE0F",
		"group": 1,
		"order": 2835
	},
	{
		"hexcode": "1F6B5-200D-2640-FE0F",
		"group": 1,
		"order": 2847
	},
	{
		"hexcode": "1F938",
		"group": 1,
		"order": 2859
	},
	{
		"hexcode": "1F938-200D-2642-FE0F",
		"group": 1,
		"order": 2865
	},
	{
		"hexcode": "1F938-200D-2640-FE0F",
		"group": 1,
		"order": 2877
	},
	{
		"hexcode": "1F93C",
		"group": 1,
		"order": 2889
	},
	{
		"hexcode": "1F93C-200D-2642-FE0F",
		"group": 1,
		"order": 2895
	},
	{
		"hexcode": "1F93C-200D-2640-FE0F",
		"group": 1,
		"order": 2907
	},
	{
		"hexcode": "1F93D",
		"group": 1,
		"order": 2979
	},
	{
		"hexcode": "1F93D-200D-2642-FE0F",
		"group": 1,
		"order": 2985
	},
	{
		"hexcode": "1F93D-200D-2640-FE0F",
		"group": 1,
		"order": 2997
	},
	{
		"hexcode": "1F93E",
		"group": 1,
		"order": 3009
	},
	{
		"hexcode": "1F93E-200D-2642-FE0F",
		"group": 1,
		"order": 3015
	},
	{
		"hexcode": "1F93E-200D-2640-FE0F",
		"group": 1,
		"order": 3027
	},
	{
		"hexcode": "1F939",
		"group": 1,
		"order": 3039
	},
	{
		"hexcode": "1F939-200D-2642-FE0F",
		"group": 1,
		"order": 3045
	},
	{
		"hexcode": "1F939-200D-2640-FE0F",
		"group": 1,
		"order": 3057
	},
	{
		"hexcode": "1F9D8",
		"group": 1,
		"order": 3069
	},
	{
		"hexcode": "1F9D8-200D-2642-FE0F",
		"group": 1,
		"order": 3075
	},
	{
		"hexcode": "1F9D8-200D-2640-FE0F",
		"group": 1,
		"order": 3087
	},
	{
		"hexcode": "1F6C0",
		"group": 1,
		"order": 3099
	},
	{
		"hexcode": "1F6CC",
		"group": 1,
		"order": 3105
	},
	{
		"hexcode": "1F9D1-200D-1F91D-200D-1F9D1",
		"group": 1,
		"order": 3111
	},
	{
		"hexcode": "1F46D",
		"group": 1,
		"order": 3137
	},
	{
		"hexcode": "1F46B",
		"group": 1,
		"order": 3163
	},
	{
		"hexcode": "1F46C",
		"group": 1,
		"order": 3189
	},
	{
		"hexcode": "1F48F",
		"group": 1,
		"order": 3215
	},
	{
		"hexcode": "1F469-200D-2764-FE0F-200D-1F48B-200D-1F468",
		"group": 1,
		"order": 3261
	},
	{
		"hexcode": "1F468-200D-2764-FE0F-200D-1F48B-200D-1F468",
		"group": 1,
		"order": 3313
	},
	{
		"hexcode": "1F469-200D-2764-FE0F-200D-1F48B-200D-1F469",
		"group": 1,
		"order": 3365
	},
	{
		"hexcode": "1F491",
		"group": 1,
		"order": 3417
	},
	{
		"hexcode": "1F469-200D-2764-FE0F-200D-1F468",
		"group": 1,
		"order": 3463
	},
	{
		"hexcode": "1F468-200D-2764-FE0F-200D-1F468",
		"group": 1,
		"order": 3515
	},
	{
		"hexcode": "1F469-200D-2764-FE0F-200D-1F469",
		"group": 1,
		"order": 3567
	},
	{
		"hexcode": "1F468-200D-1F469-200D-1F466",
		"group": 1,
		"order": 3619
	},
	{
		"hexcode": "1F468-200D-1F469-200D-1F467",
		"group": 1,
		"order": 3620
	},
	{
		"hexcode": "1F468-200D-1F469-200D-1F467-200D-1F466",
		"group": 1,
		"order": 3621
	},
	{
		"hexcode": "1F468-200D-1F469-200D-1F466-200D-1F466",
		"group": 1,
		"order": 3622
	},
	{
		"hexcode": "1F468-200D-1F469-200D-1F467-200D-1F467",
		"group": 1,
		"order": 3623
	},
	{
		"hexcode": "1F468-200D-1F468-200D-1F466",
		"group": 1,
		"order": 3624
	},
	{
		"hexcode": "1F468-200D-1F468-200D-1F467",
		"group": 1,
		"order": 3625
	},
	{
		"hexcode": "1F468-200D-1F468-200D-1F467-200D-1F466",
		"group": 1,
		"order": 3626
	},
	{
		"hexcode": "1F468-200D-1F468-200D-1F466-200D-1F466",
		"group": 1,
		"order": 3627
	},
	{
		"hexcode": "1F468-200D-1F468-200D-1F467-200D-1F467",
		"group": 1,
		"order": 3628
	},
	{
		"hexcode": "1F469-200D-1F469-200D-1F466",
		"group": 1,
		"order": 3629
	},
	{
		"hexcode": "1F469-200D-1F469-200D-1F467",
		"group": 1,
		"order": 3630
	},
	{
		"hexcode": "1F469-200D-1F469-200D-1F467-200D-1F466",
		"group": 1,
		"order": 3631
	},
	{
		"hexcode": "1F469-200D-1F469-200D-1F466-200D-1F466",
		"group": 1,
		"order": 3632
	},
	{
		"hexcode": "1F469-200D-1F469-200D-1F467-200D-1F467",
		"group": 1,
		"order": 3633
	},
	{
		"hexcode": "1F468-200D-1F466",
		"group": 1,
		"order": 3634
	},
	{
		"hexcode": "1F468-200D-1F466-200D-1F466",
		"group": 1,
		"order": 3635
	},
	{
		"hexcode": "1F468-200D-1F467",
		"group": 1,
		"order": 3636
	},
	{
		"hexcode": "1F468-200D-1F467-200D-1F466",
		"group": 1,
		"order": 3637
	},
	{
		"hexcode": "1F468-200D-1F467-200D-1F467",
		"group": 1,
		"order": 3638
	},
	{
		"hexcode": "1F469-200D-1F466",
		"group": 1,
		"order": 3639
	},
	{
		"hexcode": "1F469-200D-1F466-200D-1F466",
		"group": 1,
		"order": 3640
	},
	{
		"hexcode": "1F469-200D-1F467",
		"group": 1,
		"order": 3641
	},
	{
		"hexcode": "1F469-200D-1F467-200D-1F466",
		"group": 1,
		"order": 3642
	},
	{
		"hexcode": "1F469-200D-1F467-200D-1F467",
		"group": 1,
		"order": 3643
	},
	{
		"hexcode": "1F5E3",
		"group": 1,
		"order": 3645
	},
	{
		"hexcode": "1F464",
		"group": 1,
		"order": 3646
	},
	{
		"hexcode": "1F465",
		"group": 1,
		"order": 3647
	},
	{
		"hexcode": "1FAC2",
		"group": 1,
		"order": 3648
	},
	{
		"hexcode": "1F46A",
		"group": 1,
		"order": 3649
	},
	{
		"hexcode": "1F9D1-200D-1F9D1-200D-1F9D2",
		"group": 1,
		"order": 3650
	},
	{
		"hexcode": "1F9D1-200D-1F9D1-200D-1F9D2-200D-1F9D2",
		"group": 1,
		"order": 3651
	},
	{
		"hexcode": "1F9D1-200D-1F9D2",
		"group": 1,
		"order": 3652
	},
	{
		"hexcode": "1F9D1-200D-1F9D2-200D-1F9D2",
		"group": 1,
		"order": 3653
	},
	{
		"hexcode": "1F463",
		"group": 1,
		"order": 3654
	},
	{
		"hexcode": "1FAC6",
		"group": 1,
		"order": 3655
	},
	{
		"hexcode": "1F3FB",
		"group": 2,
		"order": 3656
	},
	{
		"hexcode": "1F3FC",
		"group": 2,
		"order": 3657
	},
	{
		"hexcode": "1F3FD",
		"group": 2,
		"order": 3658
	},
	{
		"hexcode": "1F3FE",
		"group": 2,
		"order": 3659
	},
	{
		"hexcode": "1F3FF",
		"group": 2,
		"order": 3660
	},
	{
		"hexcode": "1F9B0",
		"group": 2,
		"order": 3661
	},
	{
		"hexcode": "1F9B1",
		"group": 2,
		"order": 3662
	},
	{
		"hexcode": "1F9B3",
		"group": 2,
		"order": 3663
	},
	{
		"hexcode": "1F9B2",
		"group": 2,
		"order": 3664
	},
	{
		"hexcode": "1F435",
		"group": 3,
		"order": 3665
	},
	{
		"hexcode": "1F412",
		"group": 3,
		"order": 3666
	},
	{
		"hexcode": "1F98D",
		"group": 3,
		"order": 3667
	},
	{
		"hexcode": "1F9A7",
		"group": 3,
		"order": 3668
	},
	{
		"hexcode": "1F436",
		"group": 3,
		"order": 3669
	},
	{
		"hexcode": "1F415",
		"group": 3,
		"order": 3670
	},
	{
		"hexcode": "1F9AE",
		"group": 3,
		"order": 3671
	},
	{
		"hexcode": "1F415-200D-1F9BA",
		"group": 3,
		"order": 3672
	},
	{
		"hexcode": "1F429",
		"group": 3,
		"order": 3673
	},
	{
		"hexcode": "1F43A",
		"group": 3,
		"order": 3674
	},
	{
		"hexcode": "1F98A",
		"group": 3,
		"order": 3675
	},
	{
		"hexcode": "1F99D",
		"group": 3,
		"order": 3676
	},
	{
		"hexcode": "1F431",
		"group": 3,
		"order": 3677
	},
	{
		"hexcode": "1F408",
		"group": 3,
		"order": 3678
	},
	{
		"hexcode": "1F408-200D-2B1B",
		"group": 3,
		"order": 3679
	},
	{
		"hexcode": "1F981",
		"group": 3,
		"order": 3680
	},
	{
		"hexcode": "1F42F",
		"group": 3,
		"order": 3681
	},
	{
		"hexcode": "1F405",
		"group": 3,
		"order": 3682
	},
	{
		"hexcode": "1F406",
		"group": 3,
		"order": 3683
	},
	{
		"hexcode": "1F434",
		"group": 3,
		"order": 3684
	},
	{
		"hexcode": "1FACE",
		"group": 3,
		"order": 3685
	},
	{
		"hexcode": "1FACF",
		"group": 3,
		"order": 3686
	},
	{
		"hexcode": "1F40E",
		"group": 3,
		"order": 3687
	},
	{
		"hexcode": "1F984",
		"group": 3,
		"order": 3688
	},
	{
		"hexcode": "1F993",
		"group": 3,
		"order": 3689
	},
	{
		"hexcode": "1F98C",
		"group": 3,
		"order": 3690
	},
	{
		"hexcode": "1F9AC",
		"group": 3,
		"order": 3691
	},
	{
		"hexcode": "1F42E",
		"group": 3,
		"order": 3692
	},
	{
		"hexcode": "1F402",
		"group": 3,
		"order": 3693
	},
	{
		"hexcode": "1F403",
		"group": 3,
		"order": 3694
	},
	{
		"hexcode": "1F404",
		"group": 3,
		"order": 3695
	},
	{
		"hexcode": "1F437",
		"group": 3,
		"order": 3696
	},
	{
		"hexcode": "1F416",
		"group": 3,
		"order": 3697
	},
	{
		"hexcode": "1F417",
		"group": 3,
		"order": 3698
	},
	{
		"hexcode": "1F43D",
		"group": 3,
		"order": 3699
	},
	{
		"hexcode": "1F40F",
		"group": 3,
		"order": 3700
	},
	{
		"hexcode": "1F411",
		"group": 3,
		"order": 3701
	},
	{
		"hexcode": "1F410",
		"group": 3,
		"order": 3702
	},
	{
		"hexcode": "1F42A",
		"group": 3,
		"order": 3703
	},
	{
		"hexcode": "1F42B",
		"group": 3,
		"order": 3704
	},
	{
		"hexcode": "1F999",
		"group": 3,
		"order": 3705
	},
	{
		"hexcode": "1F992",
		"group": 3,
		"order": 3706
	},
	{
		"hexcode": "1F418",
		"group": 3,
		"order": 3707
	},
	{
		"hexcode": "1F9A3",
		"group": 3,
		"order": 3708
	},
	{
		"hexcode": "1F98F",
		"group": 3,
		"order": 3709
	},
	{
		"hexcode": "1F99B",
		"group": 3,
		"order": 3710
	},
	{
		"hexcode": "1F42D",
		"group": 3,
		"order": 3711
	},
	{
		"hexcode": "1F401",
		"group": 3,
		"order": 3712
	},
	{
		"hexcode": "1F400",
		"group": 3,
		"order": 3713
	},
	{
		"hexcode": "1F439",
		"group": 3,
		"order": 3714
	},
	{
		"hexcode": "1F430",
		"group": 3,
		"order": 3715
	},
	{
		"hexcode": "1F407",
		"group": 3,
		"order": 3716
	},
	{
		"hexcode": "1F43F",
		"group": 3,
		"order": 3718
	},
	{
		"hexcode": "1F9AB",
		"group": 3,
		"order": 3719
	},
	{
		"hexcode": "1F994",
		"group": 3,
		"order": 3720
	},
	{
		"hexcode": "1F987",
		"group": 3,
		"order": 3721
	},
	{
		"hexcode": "1F43B",
		"group": 3,
		"order": 3722
	},
	{
		"hexcode": "1F43B-200D-2744-FE0F",
		"group": 3,
		"order": 3723
	},
	{
		"hexcode": "1F428",
		"group": 3,
		"order": 3725
	},
	{
		"hexcode": "1F43C",
		"group": 3,
		"order": 3726
	},
	{
		"hexcode": "1F9A5",
		"group": 3,
		"order": 3727
	},
	{
		"hexcode": "1F9A6",
		"group": 3,
		"order": 3728
	},
	{
		"hexcode": "1F9A8",
		"group": 3,
		"order": 3729
	},
	{
		"hexcode": "1F998",
		"group": 3,
		"order": 3730
	},
	{
		"hexcode": "1F9A1",
		"group": 3,
		"order": 3731
	},
	{
		"hexcode": "1F43E",
		"group": 3,
		"order": 3732
	},
	{
		"hexcode": "1F983",
		"group": 3,
		"order": 3733
	},
	{
		"hexcode": "1F414",
		"group": 3,
		"order": 3734
	},
	{
		"hexcode": "1F413",
		"group": 3,
		"order": 3735
	},
	{
		"hexcode": "1F423",
		"group": 3,
		"order": 3736
	},
	{
		"hexcode": "1F424",
		"group": 3,
		"order": 3737
	},
	{
		"hexcode": "1F425",
		"group": 3,
		"order": 3738
	},
	{
		"hexcode": "1F426",
		"group": 3,
		"order": 3739
	},
	{
		"hexcode": "1F427",
		"group": 3,
		"order": 3740
	},
	{
		"hexcode": "1F54A",
		"group": 3,
		"order": 3742
	},
	{
		"hexcode": "1F985",
		"group": 3,
		"order": 3743
	},
	{
		"hexcode": "1F986",
		"group": 3,
		"order": 3744
	},
	{
		"hexcode": "1F9A2",
		"group": 3,
		"order": 3745
	},
	{
		"hexcode": "1F989",
		"group": 3,
		"order": 3746
	},
	{
		"hexcode": "1F9A4",
		"group": 3,
		"order": 3747
	},
	{
		"hexcode": "1FAB6",
		"group": 3,
		"order": 3748
	},
	{
		"hexcode": "1F9A9",
		"group": 3,
		"order": 3749
	},
	{
		"hexcode": "1F99A",
		"group": 3,
		"order": 3750
	},
	{
		"hexcode": "1F99C",
		"group": 3,
		"order": 3751
	},
	{
		"hexcode": "1FABD",
		"group": 3,
		"order": 3752
	},
	{
		"hexcode": "1F426-200D-2B1B",
		"group": 3,
		"order": 3753
	},
	{
		"hexcode": "1FABF",
		"group": 3,
		"order": 3754
	},
	{
		"hexcode": "1F426-200D-1F525",
		"group": 3,
		"order": 3755
	},
	{
		"hexcode": "1F438",
		"group": 3,
		"order": 3756
	},
	{
		"hexcode": "1F40A",
		"group": 3,
		"order": 3757
	},
	{
		"hexcode": "1F422",
		"group": 3,
		"order": 3758
	},
	{
		"hexcode": "1F98E",
		"group": 3,
		"order": 3759
	},
	{
		"hexcode": "1F40D",
		"group": 3,
		"order": 3760
	},
	{
		"hexcode": "1F432",
		"group": 3,
		"order": 3761
	},
	{
		"hexcode": "1F409",
		"group": 3,
		"order": 3762
	},
	{
		"hexcode": "1F995",
		"group": 3,
		"order": 3763
	},
	{
		"hexcode": "1F996",
		"group": 3,
		"order": 3764
	},
	{
		"hexcode": "1F433",
		"group": 3,
		"order": 3765
	},
	{
		"hexcode": "1F40B",
		"group": 3,
		"order": 3766
	},
	{
		"hexcode": "1F42C",
		"group": 3,
		"order": 3767
	},
	{
		"hexcode": "1FACD",
		"group": 3,
		"order": 3768
	},
	{
		"hexcode": "1F9AD",
		"group": 3,
		"order": 3769
	},
	{
		"hexcode": "1F41F",
		"group": 3,
		"order": 3770
	},
	{
		"hexcode": "1F420",
		"group": 3,
		"order": 3771
	},
	{
		"hexcode": "1F421",
		"group": 3,
		"order": 3772
	},
	{
		"hexcode": "1F988",
		"group": 3,
		"order": 3773
	},
	{
		"hexcode": "1F419",
		"group": 3,
		"order": 3774
	},
	{
		"hexcode": "1F41A",
		"group": 3,
		"order": 3775
	},
	{
		"hexcode": "1FAB8",
		"group": 3,
		"order": 3776
	},
	{
		"hexcode": "1FABC",
		"group": 3,
		"order": 3777
	},
	{
		"hexcode": "1F980",
		"group": 3,
		"order": 3778
	},
	{
		"hexcode": "1F99E",
		"group": 3,
		"order": 3779
	},
	{
		"hexcode": "1F990",
		"group": 3,
		"order": 3780
	},
	{
		"hexcode": "1F991",
		"group": 3,
		"order": 3781
	},
	{
		"hexcode": "1F9AA",
		"group": 3,
		"order": 3782
	},
	{
		"hexcode": "1F40C",
		"group": 3,
		"order": 3783
	},
	{
		"hexcode": "1F98B",
		"group": 3,
		"order": 3784
	},
	{
		"hexcode": "1F41B",
		"group": 3,
		"order": 3785
	},
	{
		"hexcode": "1F41C",
		"group": 3,
		"order": 3786
	},
	{
		"hexcode": "1F41D",
		"group": 3,
		"order": 3787
	},
	{
		"hexcode": "1FAB2",
		"group": 3,
		"order": 3788
	},
	{
		"hexcode": "1F41E",
		"group": 3,
		"order": 3789
	},
	{
		"hexcode": "1F997",
		"group": 3,
		"order": 3790
	},
	{
		"hexcode": "1FAB3",
		"group": 3,
		"order": 3791
	},
	{
		"hexcode": "1F577",
		"group": 3,
		"order": 3793
	},
	{
		"hexcode": "1F578",
		"group": 3,
		"order": 3795
	},
	{
		"hexcode": "1F982",
		"group": 3,
		"order": 3796
	},
	{
		"hexcode": "1F99F",
		"group": 3,
		"order": 3797
	},
	{
		"hexcode": "1FAB0",
		"group": 3,
		"order": 3798
	},
	{
		"hexcode": "1FAB1",
		"group": 3,
		"order": 3799
	},
	{
		"hexcode": "1F9A0",
		"group": 3,
		"order": 3800
	},
	{
		"hexcode": "1F490",
		"group": 3,
		"order": 3801
	},
	{
		"hexcode": "1F338",
		"group": 3,
		"order": 3802
	},
	{
		"hexcode": "1F4AE",
		"group": 3,
		"order": 3803
	},
	{
		"hexcode": "1FAB7",
		"group": 3,
		"order": 3804
	},
	{
		"hexcode": "1F3F5",
		"group": 3,
		"order": 3806
	},
	{
		"hexcode": "1F339",
		"group": 3,
		"order": 3807
	},
	{
		"hexcode": "1F940",
		"group": 3,
		"order": 3808
	},
	{
		"hexcode": "1F33A",
		"group": 3,
		"order": 3809
	},
	{
		"hexcode": "1F33B",
		"group": 3,
		"order": 3810
	},
	{
		"hexcode": "1F33C",
		"group": 3,
		"order": 3811
	},
	{
		"hexcode": "1F337",
		"group": 3,
		"order": 3812
	},
	{
		"hexcode": "1FABB",
		"group": 3,
		"order": 3813
	},
	{
		"hexcode": "1F331",
		"group": 3,
		"order": 3814
	},
	{
		"hexcode": "1FAB4",
		"group": 3,
		"order": 3815
	},
	{
		"hexcode": "1F332",
		"group": 3,
		"order": 3816
	},
	{
		"hexcode": "1F333",
		"group": 3,
		"order": 3817
	},
	{
		"hexcode": "1F334",
		"group": 3,
		"order": 3818
	},
	{
		"hexcode": "1F335",
		"group": 3,
		"order": 3819
	},
	{
		"hexcode": "1F33E",
		"group": 3,
		"order": 3820
	},
	{
		"hexcode": "1F33F",
		"group": 3,
		"order": 3821
	},
	{
		"hexcode": "2618",
		"group": 3,
		"order": 3823
	},
	{
		"hexcode": "1F340",
		"group": 3,
		"order": 3824
	},
	{
		"hexcode": "1F341",
		"group": 3,
		"order": 3825
	},
	{
		"hexcode": "1F342",
		"group": 3,
		"order": 3826
	},
	{
		"hexcode": "1F343",
		"group": 3,
		"order": 3827
	},
	{
		"hexcode": "1FAB9",
		"group": 3,
		"order": 3828
	},
	{
		"hexcode": "1FABA",
		"group": 3,
		"order": 3829
	},
	{
		"hexcode": "1F344",
		"group": 3,
		"order": 3830
	},
	{
		"hexcode": "1FABE",
		"group": 3,
		"order": 3831
	},
	{
		"hexcode": "1F347",
		"group": 4,
		"order": 3832
	},
	{
		"hexcode": "1F348",
		"group": 4,
		"order": 3833
	},
	{
		"hexcode": "1F349",
		"group": 4,
		"order": 3834
	},
	{
		"hexcode": "1F34A",
		"group": 4,
		"order": 3835
	},
	{
		"hexcode": "1F34B",
		"group": 4,
		"order": 3836
	},
	{
		"hexcode": "1F34B-200D-1F7E9",
		"group": 4,
		"order": 3837
	},
	{
		"hexcode": "1F34C",
		"group": 4,
		"order": 3838
	},
	{
		"hexcode": "1F34D",
		"group": 4,
		"order": 3839
	},
	{
		"hexcode": "1F96D",
		"group": 4,
		"order": 3840
	},
	{
		"hexcode": "1F34E",
		"group": 4,
		"order": 3841
	},
	{
		"hexcode": "1F34F",
		"group": 4,
		"order": 3842
	},
	{
		"hexcode": "1F350",
		"group": 4,
		"order": 3843
	},
	{
		"hexcode": "1F351",
		"group": 4,
		"order": 3844
	},
	{
		"hexcode": "1F352",
		"group": 4,
		"order": 3845
	},
	{
		"hexcode": "1F353",
		"group": 4,
		"order": 3846
	},
	{
		"hexcode": "1FAD0",
		"group": 4,
		"order": 3847
	},
	{
		"hexcode": "1F95D",
		"group": 4,
		"order": 3848
	},
	{
		"hexcode": "1F345",
		"group": 4,
		"order": 3849
	},
	{
		"hexcode": "1FAD2",
		"group": 4,
		"order": 3850
	},
	{
		"hexcode": "1F965",
		"group": 4,
		"order": 3851
	},
	{
		"hexcode": "1F951",
		"group": 4,
		"order": 3852
	},
	{
		"hexcode": "1F346",
		"group": 4,
		"order": 3853
	},
	{
		"hexcode": "1F954",
		"group": 4,
		"order": 3854
	},
	{
		"hexcode": "1F955",
		"group": 4,
		"order": 3855
	},
	{
		"hexcode": "1F33D",
		"group": 4,
		"order": 3856
	},
	{
		"hexcode": "1F336",
		"group": 4,
		"order": 3858
	},
	{
		"hexcode": "1FAD1",
		"group": 4,
		"order": 3859
	},
	{
		"hexcode": "1F952",
		"group": 4,
		"order": 3860
	},
	{
		"hexcode": "1F96C",
		"group": 4,
		"order": 3861
	},
	{
		"hexcode": "1F966",
		"group": 4,
		"order": 3862
	},
	{
		"hexcode": "1F9C4",
		"group": 4,
		"order": 3863
	},
	{
		"hexcode": "1F9C5",
		"group": 4,
		"order": 3864
	},
	{
		"hexcode": "1F95C",
		"group": 4,
		"order": 3865
	},
	{
		"hexcode": "1FAD8",
		"group": 4,
		"order": 3866
	},
	{
		"hexcode": "1F330",
		"group": 4,
		"order": 3867
	},
	{
		"hexcode": "1FADA",
		"group": 4,
		"order": 3868
	},
	{
		"hexcode": "1FADB",
		"group": 4,
		"order": 3869
	},
	{
		"hexcode": "1F344-200D-1F7EB",
		"group": 4,
		"order": 3870
	},
	{
		"hexcode": "1FADC",
		"group": 4,
		"order": 3871
	},
	{
		"hexcode": "1F35E",
		"group": 4,
		"order": 3872
	},
	{
		"hexcode": "1F950",
		"group": 4,
		"order": 3873
	},
	{
		"hexcode": "1F956",
		"group": 4,
		"order": 3874
	},
	{
		"hexcode": "1FAD3",
		"group": 4,
		"order": 3875
	},
	{
		"hexcode": "1F968",
		"group": 4,
		"order": 3876
	},
	{
		"hexcode": "1F96F",
		"group": 4,
		"order": 3877
	},
	{
		"hexcode": "1F95E",
		"group": 4,
		"order": 3878
	},
	{
		"hexcode": "1F9C7",
		"group": 4,
		"order": 3879
	},
	{
		"hexcode": "1F9C0",
		"group": 4,
		"order": 3880
	},
	{
		"hexcode": "1F356",
		"group": 4,
		"order": 3881
	},
	{
		"hexcode": "1F357",
		"group": 4,
		"order": 3882
	},
	{
		"hexcode": "1F969",
		"group": 4,
		"order": 3883
	},
	{
		"hexcode": "1F953",
		"group": 4,
		"order": 3884
	},
	{
		"hexcode": "1F354",
		"group": 4,
		"order": 3885
	},
	{
		"hexcode": "1F35F",
		"group": 4,
		"order": 3886
	},
	{
		"hexcode": "1F355",
		"group": 4,
		"order": 3887
	},
	{
		"hexcode": "1F32D",
		"group": 4,
		"order": 3888
	},
	{
		"hexcode": "1F96A",
		"group": 4,
		"order": 3889
	},
	{
		"hexcode": "1F32E",
		"group": 4,
		"order": 3890
	},
	{
		"hexcode": "1F32F",
		"group": 4,
		"order": 3891
	},
	{
		"hexcode": "1FAD4",
		"group": 4,
		"order": 3892
	},
	{
		"hexcode": "1F959",
		"group": 4,
		"order": 3893
	},
	{
		"hexcode": "1F9C6",
		"group": 4,
		"order": 3894
	},
	{
		"hexcode": "1F95A",
		"group": 4,
		"order": 3895
	},
	{
		"hexcode": "1F373",
		"group": 4,
		"order": 3896
	},
	{
		"hexcode": "1F958",
		"group": 4,
		"order": 3897
	},
	{
		"hexcode": "1F372",
		"group": 4,
		"order": 3898
	},
	{
		"hexcode": "1FAD5",
		"group": 4,
		"order": 3899
	},
	{
		"hexcode": "1F963",
		"group": 4,
		"order": 3900
	},
	{
		"hexcode": "1F957",
		"group": 4,
		"order": 3901
	},
	{
		"hexcode": "1F37F",
		"group": 4,
		"order": 3902
	},
	{
		"hexcode": "1F9C8",
		"group": 4,
		"order": 3903
	},
	{
		"hexcode": "1F9C2",
		"group": 4,
		"order": 3904
	},
	{
		"hexcode": "1F96B",
		"group": 4,
		"order": 3905
	},
	{
		"hexcode": "1F371",
		"group": 4,
		"order": 3906
	},
	{
		"hexcode": "1F358",
		"group": 4,
		"order": 3907
	},
	{
		"hexcode": "1F359",
		"group": 4,
		"order": 3908
	},
	{
		"hexcode": "1F35A",
		"group": 4,
		"order": 3909
	},
	{
		"hexcode": "1F35B",
		"group": 4,
		"order": 3910
	},
	{
		"hexcode": "1F35C",
		"group": 4,
		"order": 3911
	},
	{
		"hexcode": "1F35D",
		"group": 4,
		"order": 3912
	},
	{
		"hexcode": "1F360",
		"group": 4,
		"order": 3913
	},
	{
		"hexcode": "1F362",
		"group": 4,
		"order": 3914
	},
	{
		"hexcode": "1F363",
		"group": 4,
		"order": 3915
	},
	{
		"hexcode": "1F364",
		"group": 4,
		"order": 3916
	},
	{
		"hexcode": "1F365",
		"group": 4,
		"order": 3917
	},
	{
		"hexcode": "1F96E",
		"group": 4,
		"order": 3918
	},
	{
		"hexcode": "1F361",
		"group": 4,
		"order": 3919
	},
	{
		"hexcode": "1F95F",
		"group": 4,
		"order": 3920
	},
	{
		"hexcode": "1F960",
		"group": 4,
		"order": 3921
	},
	{
		"hexcode": "1F961",
		"group": 4,
		"order": 3922
	},
	{
		"hexcode": "1F366",
		"group": 4,
		"order": 3923
	},
	{
		"hexcode": "1F367",
		"group": 4,
		"order": 3924
	},
	{
		"hexcode": "1F368",
		"group": 4,
		"order": 3925
	},
	{
		"hexcode": "1F369",
		"group": 4,
		"order": 3926
	},
	{
		"hexcode": "1F36A",
		"group": 4,
		"order": 3927
	},
	{
		"hexcode": "1F382",
		"group": 4,
		"order": 3928
	},
	{
		"hexcode": "1F370",
		"group": 4,
		"order": 3929
	},
	{
		"hexcode": "1F9C1",
		"group": 4,
		"order": 3930
	},
	{
		"hexcode": "1F967",
		"group": 4,
		"order": 3931
	},
	{
		"hexcode": "1F36B",
		"group": 4,
		"order": 3932
	},
	{
		"hexcode": "1F36C",
		"group": 4,
		"order": 3933
	},
	{
		"hexcode": "1F36D",
		"group": 4,
		"order": 3934
	},
	{
		"hexcode": "1F36E",
		"group": 4,
		"order": 3935
	},
	{
		"hexcode": "1F36F",
		"group": 4,
		"order": 3936
	},
	{
		"hexcode": "1F37C",
		"group": 4,
		"order": 3937
	},
	{
		"hexcode": "1F95B",
		"group": 4,
		"order": 3938
	},
	{
		"hexcode": "2615",
		"group": 4,
		"order": 3939
	},
	{
		"hexcode": "1FAD6",
		"group": 4,
		"order": 3940
	},
	{
		"hexcode": "1F375",
		"group": 4,
		"order": 3941
	},
	{
		"hexcode": "1F376",
		"group": 4,
		"order": 3942
	},
	{
		"hexcode": "1F37E",
		"group": 4,
		"order": 3943
	},
	{
		"hexcode": "1F377",
		"group": 4,
		"order": 3944
	},
	{
		"hexcode": "1F378",
		"group": 4,
		"order": 3945
	},
	{
		"hexcode": "1F379",
		"group": 4,
		"order": 3946
	},
	{
		"hexcode": "1F37A",
		"group": 4,
		"order": 3947
	},
	{
		"hexcode": "1F37B",
		"group": 4,
		"order": 3948
	},
	{
		"hexcode": "1F942",
		"group": 4,
		"order": 3949
	},
	{
		"hexcode": "1F943",
		"group": 4,
		"order": 3950
	},
	{
		"hexcode": "1FAD7",
		"group": 4,
		"order": 3951
	},
	{
		"hexcode": "1F964",
		"group": 4,
		"order": 3952
	},
	{
		"hexcode": "1F9CB",
		"group": 4,
		"order": 3953
	},
	{
		"hexcode": "1F9C3",
		"group": 4,
		"order": 3954
	},
	{
		"hexcode": "1F9C9",
		"group": 4,
		"order": 3955
	},
	{
		"hexcode": "1F9CA",
		"group": 4,
		"order": 3956
	},
	{
		"hexcode": "1F962",
		"group": 4,
		"order": 3957
	},
	{
		"hexcode": "1F37D",
		"group": 4,
		"order": 3959
	},
	{
		"hexcode": "1F374",
		"group": 4,
		"order": 3960
	},
	{
		"hexcode": "1F944",
		"group": 4,
		"order": 3961
	},
	{
		"hexcode": "1F52A",
		"group": 4,
		"order": 3962
	},
	{
		"hexcode": "1FAD9",
		"group": 4,
		"order": 3963
	},
	{
		"hexcode": "1F3FA",
		"group": 4,
		"order": 3964
	},
	{
		"hexcode": "1F30D",
		"group": 5,
		"order": 3965
	},
	{
		"hexcode": "1F30E",
		"group": 5,
		"order": 3966
	},
	{
		"hexcode": "1F30F",
		"group": 5,
		"order": 3967
	},
	{
		"hexcode": "1F310",
		"group": 5,
		"order": 3968
	},
	{
		"hexcode": "1F5FA",
		"group": 5,
		"order": 3970
	},
	{
		"hexcode": "1F5FE",
		"group": 5,
		"order": 3971
	},
	{
		"hexcode": "1F9ED",
		"group": 5,
		"order": 3972
	},
	{
		"hexcode": "1F3D4",
		"group": 5,
		"order": 3974
	},
	{
		"hexcode": "26F0",
		"group": 5,
		"order": 3976
	},
	{
		"hexcode": "1F6D8",
		"group": 5,
		"order": 3977
	},
	{
		"hexcode": "1F30B",
		"group": 5,
		"order": 3978
	},
	{
		"hexcode": "1F5FB",
		"group": 5,
		"order": 3979
	},
	{
		"hexcode": "1F3D5",
		"group": 5,
		"order": 3981
	},
	{
		"hexcode": "1F3D6",
		"group": 5,
		"order": 3983
	},
	{
		"hexcode": "1F3DC",
		"group": 5,
		"order": 3985
	},
	{
		"hexcode": "1F3DD",
		"group": 5,
		"order": 3987
	},
	{
		"hexcode": "1F3DE",
		"group": 5,
		"order": 3989
	},
	{
		"hexcode": "1F3DF",
		"group": 5,
		"order": 3991
	},
	{
		"hexcode": "1F3DB",
		"group": 5,
		"order": 3993
	},
	{
		"hexcode": "1F3D7",
		"group": 5,
		"order": 3995
	},
	{
		"hexcode": "1F9F1",
		"group": 5,
		"order": 3996
	},
	{
		"hexcode": "1FAA8",
		"group": 5,
		"order": 3997
	},
	{
		"hexcode": "1FAB5",
		"group": 5,
		"order": 3998
	},
	{
		"hexcode": "1F6D6",
		"group": 5,
		"order": 3999
	},
	{
		"hexcode": "1F3D8",
		"group": 5,
		"order": 4001
	},
	{
		"hexcode": "1F3DA",
		"group": 5,
		"order": 4003
	},
	{
		"hexcode": "1F3E0",
		"group": 5,
		"order": 4004
	},
	{
		"hexcode": "1F3E1",
		"group": 5,
		"order": 4005
	},
	{
		"hexcode": "1F3E2",
		"group": 5,
		"order": 4006
	},
	{
		"hexcode": "1F3E3",
		"group": 5,
		"order": 4007
	},
	{
		"hexcode": "1F3E4",
		"group": 5,
		"order": 4008
	},
	{
		"hexcode": "1F3E5",
		"group": 5,
		"order": 4009
	},
	{
		"hexcode": "1F3E6",
		"group": 5,
		"order": 4010
	},
	{
		"hexcode": "1F3E8",
		"group": 5,
		"order": 4011
	},
	{
		"hexcode": "1F3E9",
		"group": 5,
		"order": 4012
	},
	{
		"hexcode": "1F3EA",
		"group": 5,
		"order": 4013
	},
	{
		"hexcode": "1F3EB",
		"group": 5,
		"order": 4014
	},
	{
		"hexcode": "1F3EC",
		"group": 5,
		"order": 4015
	},
	{
		"hexcode": "1F3ED",
		"group": 5,
		"order": 4016
	},
	{
		"hexcode": "1F3EF",
		"group": 5,
		"order": 4017
	},
	{
		"hexcode": "1F3F0",
		"group": 5,
		"order": 4018
	},
	{
		"hexcode": "1F492",
		"group": 5,
		"order": 4019
	},
	{
		"hexcode": "1F5FC",
		"group": 5,
		"order": 4020
	},
	{
		"hexcode": "1F5FD",
		"group": 5,
		"order": 4021
	},
	{
		"hexcode": "26EA",
		"group": 5,
		"order": 4022
	},
	{
		"hexcode": "1F54C",
		"group": 5,
		"order": 4023
	},
	{
		"hexcode": "1F6D5",
		"group": 5,
		"order": 4024
	},
	{
		"hexcode": "1F54D",
		"group": 5,
		"order": 4025
	},
	{
		"hexcode": "26E9",
		"group": 5,
		"order": 4027
	},
	{
		"hexcode": "1F54B",
		"group": 5,
		"order": 4028
	},
	{
		"hexcode": "26F2",
		"group": 5,
		"order": 4029
	},
	{
		"hexcode": "26FA",
		"group": 5,
		"order": 4030
	},
	{
		"hexcode": "1F301",
		"group": 5,
		"order": 4031
	},
	{
		"hexcode": "1F303",
		"group": 5,
		"order": 4032
	},
	{
		"hexcode": "1F3D9",
		"group": 5,
		"order": 4034
	},
	{
		"hexcode": "1F304",
		"group": 5,
		"order": 4035
	},
	{
		"hexcode": "1F305",
		"group": 5,
		"order": 4036
	},
	{
		"hexcode": "1F306",
		"group": 5,
		"order": 4037
	},
	{
		"hexcode": "1F307",
		"group": 5,
		"order": 4038
	},
	{
		"hexcode": "1F309",
		"group": 5,
		"order": 4039
	},
	{
		"hexcode": "2668",
		"group": 5,
		"order": 4041
	},
	{
		"hexcode": "1F3A0",
		"group": 5,
		"order": 4042
	},
	{
		"hexcode": "1F6DD",
		"group": 5,
		"order": 4043
	},
	{
		"hexcode": "1F3A1",
		"group": 5,
		"order": 4044
	},
	{
		"hexcode": "1F3A2",
		"group": 5,
		"order": 4045
	},
	{
		"hexcode": "1F488",
		"group": 5,
		"order": 4046
	},
	{
		"hexcode": "1F3AA",
		"group": 5,
		"order": 4047
	},
	{
		"hexcode": "1F682",
		"group": 5,
		"order": 4048
	},
	{
		"hexcode": "1F683",
		"group": 5,
		"order": 4049
	},
	{
		"hexcode": "1F684",
		"group": 5,
		"order": 4050
	},
	{
		"hexcode": "1F685",
		"group": 5,
		"order": 4051
	},
	{
		"hexcode": "1F686",
		"group": 5,
		"order": 4052
	},
	{
		"hexcode": "1F687",
		"group": 5,
		"order": 4053
	},
	{
		"hexcode": "1F688",
		"group": 5,
		"order": 4054
	},
	{
		"hexcode": "1F689",
		"group": 5,
		"order": 4055
	},
	{
		"hexcode": "1F68A",
		"group": 5,
		"order": 4056
	},
	{
		"hexcode": "1F69D",
		"group": 5,
		"order": 4057
	},
	{
		"hexcode": "1F69E",
		"group": 5,
		"order": 4058
	},
	{
		"hexcode": "1F68B",
		"group": 5,
		"order": 4059
	},
	{
		"hexcode": "1F68C",
		"group": 5,
		"order": 4060
	},
	{
		"hexcode": "1F68D",
		"group": 5,
		"order": 4061
	},
	{
		"hexcode": "1F68E",
		"group": 5,
		"order": 4062
	},
	{
		"hexcode": "1F690",
		"group": 5,
		"order": 4063
	},
	{
		"hexcode": "1F691",
		"group": 5,
		"order": 4064
	},
	{
		"hexcode": "1F692",
		"group": 5,
		"order": 4065
	},
	{
		"hexcode": "1F693",
		"group": 5,
		"order": 4066
	},
	{
		"hexcode": "1F694",
		"group": 5,
		"order": 4067
	},
	{
		"hexcode": "1F695",
		"group": 5,
		"order": 4068
	},
	{
		"hexcode": "1F696",
		"group": 5,
		"order": 4069
	},
	{
		"hexcode": "1F697",
		"group": 5,
		"order": 4070
	},
	{
		"hexcode": "1F698",
		"group": 5,
		"order": 4071
	},
	{
		"hexcode": "1F699",
		"group": 5,
		"order": 4072
	},
	{
		"hexcode": "1F6FB",
		"group": 5,
		"order": 4073
	},
	{
		"hexcode": "1F69A",
		"group": 5,
		"order": 4074
	},
	{
		"hexcode": "1F69B",
		"group": 5,
		"order": 4075
	},
	{
		"hexcode": "1F69C",
		"group": 5,
		"order": 4076
	},
	{
		"hexcode": "1F3CE",
		"group": 5,
		"order": 4078
	},
	{
		"hexcode": "1F3CD",
		"group": 5,
		"order": 4080
	},
	{
		"hexcode": "1F6F5",
		"group": 5,
		"order": 4081
	},
	{
		"hexcode": "1F9BD",
		"group": 5,
		"order": 4082
	},
	{
		"hexcode": "1F9BC",
		"group": 5,
		"order": 4083
	},
	{
		"hexcode": "1F6FA",
		"group": 5,
		"order": 4084
	},
	{
		"hexcode": "1F6B2",
		"group": 5,
		"order": 4085
	},
	{
		"hexcode": "1F6F4",
		"group": 5,
		"order": 4086
	},
	{
		"hexcode": "1F6F9",
		"group": 5,
		"order": 4087
	},
	{
		"hexcode": "1F6FC",
		"group": 5,
		"order": 4088
	},
	{
		"hexcode": "1F68F",
		"group": 5,
		"order": 4089
	},
	{
		"hexcode": "1F6E3",
		"group": 5,
		"order": 4091
	},
	{
		"hexcode": "1F6E4",
		"group": 5,
		"order": 4093
	},
	{
		"hexcode": "1F6E2",
		"group": 5,
		"order": 4095
	},
	{
		"hexcode": "26FD",
		"group": 5,
		"order": 4096
	},
	{
		"hexcode": "1F6DE",
		"group": 5,
		"order": 4097
	},
	{
		"hexcode": "1F6A8",
		"group": 5,
		"order": 4098
	},
	{
		"hexcode": "1F6A5",
		"group": 5,
		"order": 4099
	},
	{
		"hexcode": "1F6A6",
		"group": 5,
		"order": 4100
	},
	{
		"hexcode": "1F6D1",
		"group": 5,
		"order": 4101
	},
	{
		"hexcode": "1F6A7",
		"group": 5,
		"order": 4102
	},
	{
		"hexcode": "2693",
		"group": 5,
		"order": 4103
	},
	{
		"hexcode": "1F6DF",
		"group": 5,
		"order": 4104
	},
	{
		"hexcode": "26F5",
		"group": 5,
		"order": 4105
	},
	{
		"hexcode": "1F6F6",
		"group": 5,
		"order": 4106
	},
	{
		"hexcode": "1F6A4",
		"group": 5,
		"order": 4107
	},
	{
		"hexcode": "1F6F3",
		"group": 5,
		"order": 4109
	},
	{
		"hexcode": "26F4",
		"group": 5,
		"order": 4111
	},
	{
		"hexcode": "1F6E5",
		"group": 5,
		"order": 4113
	},
	{
		"hexcode": "1F6A2",
		"group": 5,
		"order": 4114
	},
	{
		"hexcode": "2708",
		"group": 5,
		"order": 4116
	},
	{
		"hexcode": "1F6E9",
		"group": 5,
		"order": 4118
	},
	{
		"hexcode": "1F6EB",
		"group": 5,
		"order": 4119
	},
	{
		"hexcode": "1F6EC",
		"group": 5,
		"order": 4120
	},
	{
		"hexcode": "1FA82",
		"group": 5,
		"order": 4121
	},
	{
		"hexcode": "1F4BA",
		"group": 5,
		"order": 4122
	},
	{
		"hexcode": "1F681",
		"group": 5,
		"order": 4123
	},
	{
		"hexcode": "1F69F",
		"group": 5,
		"order": 4124
	},
	{
		"hexcode": "1F6A0",
		"group": 5,
		"order": 4125
	},
	{
		"hexcode": "1F6A1",
		"group": 5,
		"order": 4126
	},
	{
		"hexcode": "1F6F0",
		"group": 5,
		"order": 4128
	},
	{
		"hexcode": "1F680",
		"group": 5,
		"order": 4129
	},
	{
		"hexcode": "1F6F8",
		"group": 5,
		"order": 4130
	},
	{
		"hexcode": "1F6CE",
		"group": 5,
		"order": 4132
	},
	{
		"hexcode": "1F9F3",
		"group": 5,
		"order": 4133
	},
	{
		"hexcode": "231B",
		"group": 5,
		"order": 4134
	},
	{
		"hexcode": "23F3",
		"group": 5,
		"order": 4135
	},
	{
		"hexcode": "231A",
		"group": 5,
		"order": 4136
	},
	{
		"hexcode": "23F0",
		"group": 5,
		"order": 4137
	},
	{
		"hexcode": "23F1",
		"group": 5,
		"order": 4139
	},
	{
		"hexcode": "23F2",
		"group": 5,
		"order": 4141
	},
	{
		"hexcode": "1F570",
		"group": 5,
		"order": 4143
	},
	{
		"hexcode": "1F55B",
		"group": 5,
		"order": 4144
	},
	{
		"hexcode": "1F567",
		"group": 5,
		"order": 4145
	},
	{
		"hexcode": "1F550",
		"group": 5,
		"order": 4146
	},
	{
		"hexcode": "1F55C",
		"group": 5,
		"order": 4147
	},
	{
		"hexcode": "1F551",
		"group": 5,
		"order": 4148
	},
	{
		"hexcode": "1F55D",
		"group": 5,
		"order": 4149
	},
	{
		"hexcode": "1F552",
		"group": 5,
		"order": 4150
	},
	{
		"hexcode": "1F55E",
		"group": 5,
		"order": 4151
	},
	{
		"hexcode": "1F553",
		"group": 5,
		"order": 4152
	},
	{
		"hexcode": "1F55F",
		"group": 5,
		"order": 4153
	},
	{
		"hexcode": "1F554",
		"group": 5,
		"order": 4154
	},
	{
		"hexcode": "1F560",
		"group": 5,
		"order": 4155
	},
	{
		"hexcode": "1F555",
		"group": 5,
		"order": 4156
	},
	{
		"hexcode": "1F561",
		"group": 5,
		"order": 4157
	},
	{
		"hexcode": "1F556",
		"group": 5,
		"order": 4158
	},
	{
		"hexcode": "1F562",
		"group": 5,
		"order": 4159
	},
	{
		"hexcode": "1F557",
		"group": 5,
		"order": 4160
	},
	{
		"hexcode": "1F563",
		"group": 5,
		"order": 4161
	},
	{
		"hexcode": "1F558",
		"group": 5,
		"order": 4162
	},
	{
		"hexcode": "1F564",
		"group": 5,
		"order": 4163
	},
	{
		"hexcode": "1F559",
		"group": 5,
		"order": 4164
	},
	{
		"hexcode": "1F565",
		"group": 5,
		"order": 4165
	},
	{
		"hexcode": "1F55A",
		"group": 5,
		"order": 4166
	},
	{
		"hexcode": "1F566",
		"group": 5,
		"order": 4167
	},
	{
		"hexcode": "1F311",
		"group": 5,
		"order": 4168
	},
	{
		"hexcode": "1F312",
		"group": 5,
		"order": 4169
	},
	{
		"hexcode": "1F313",
		"group": 5,
		"order": 4170
	},
	{
		"hexcode": "1F314",
		"group": 5,
		"order": 4171
	},
	{
		"hexcode": "1F315",
		"group": 5,
		"order": 4172
	},
	{
		"hexcode": "1F316",
		"group": 5,
		"order": 4173
	},
	{
		"hexcode": "1F317",
		"group": 5,
		"order": 4174
	},
	{
		"hexcode": "1F318",
		"group": 5,
		"order": 4175
	},
	{
		"hexcode": "1F319",
		"group": 5,
		"order": 4176
	},
	{
		"hexcode": "1F31A",
		"group": 5,
		"order": 4177
	},
	{
		"hexcode": "1F31B",
		"group": 5,
		"order": 4178
	},
	{
		"hexcode": "1F31C",
		"group": 5,
		"order": 4179
	},
	{
		"hexcode": "1F321",
		"group": 5,
		"order": 4181
	},
	{
		"hexcode": "2600",
		"group": 5,
		"order": 4183
	},
	{
		"hexcode": "1F31D",
		"group": 5,
		"order": 4184
	},
	{
		"hexcode": "1F31E",
		"group": 5,
		"order": 4185
	},
	{
		"hexcode": "1FA90",
		"group": 5,
		"order": 4186
	},
	{
		"hexcode": "2B50",
		"group": 5,
		"order": 4187
	},
	{
		"hexcode": "1F31F",
		"group": 5,
		"order": 4188
	},
	{
		"hexcode": "1F320",
		"group": 5,
		"order": 4189
	},
	{
		"hexcode": "1F30C",
		"group": 5,
		"order": 4190
	},
	{
		"hexcode": "2601",
		"group": 5,
		"order": 4192
	},
	{
		"hexcode": "26C5",
		"group": 5,
		"order": 4193
	},
	{
		"hexcode": "26C8",
		"group": 5,
		"order": 4195
	},
	{
		"hexcode": "1F324",
		"group": 5,
		"order": 4197
	},
	{
		"hexcode": "1F325",
		"group": 5,
		"order": 4199
	},
	{
		"hexcode": "1F326",
		"group": 5,
		"order": 4201
	},
	{
		"hexcode": "1F327",
		"group": 5,
		"order": 4203
	},
	{
		"hexcode": "1F328",
		"group": 5,
		"order": 4205
	},
	{
		"hexcode": "1F329",
		"group": 5,
		"order": 4207
	},
	{
		"hexcode": "1F32A",
		"group": 5,
		"order": 4209
	},
	{
		"hexcode": "1F32B",
		"group": 5,
		"order": 4211
	},
	{
		"hexcode": "1F32C",
		"group": 5,
		"order": 4213
	},
	{
		"hexcode": "1F300",
		"group": 5,
		"order": 4214
	},
	{
		"hexcode": "1F308",
		"group": 5,
		"order": 4215
	},
	{
		"hexcode": "1F302",
		"group": 5,
		"order": 4216
	},
	{
		"hexcode": "2602",
		"group": 5,
		"order": 4218
	},
	{
		"hexcode": "2614",
		"group": 5,
		"order": 4219
	},
	{
		"hexcode": "26F1",
		"group": 5,
		"order": 4221
	},
	{
		"hexcode": "26A1",
		"group": 5,
		"order": 4222
	},
	{
		"hexcode": "2744",
		"group": 5,
		"order": 4224
	},
	{
		"hexcode": "2603",
		"group": 5,
		"order": 4226
	},
	{
		"hexcode": "26C4",
		"group": 5,
		"order": 4227
	},
	{
		"hexcode": "2604",
		"group": 5,
		"order": 4229
	},
	{
		"hexcode": "1F525",
		"group": 5,
		"order": 4230
	},
	{
		"hexcode": "1F4A7",
		"group": 5,
		"order": 4231
	},
	{
		"hexcode": "1F30A",
		"group": 5,
		"order": 4232
	},
	{
		"hexcode": "1F383",
		"group": 6,
		"order": 4233
	},
	{
		"hexcode": "1F384",
		"group": 6,
		"order": 4234
	},
	{
		"hexcode": "1F386",
		"group": 6,
		"order": 4235
	},
	{
		"hexcode": "1F387",
		"group": 6,
		"order": 4236
	},
	{
		"hexcode": "1F9E8",
		"group": 6,
		"order": 4237
	},
	{
		"hexcode": "2728",
		"group": 6,
		"order": 4238
	},
	{
		"hexcode": "1F388",
		"group": 6,
		"order": 4239
	},
	{
		"hexcode": "1F389",
		"group": 6,
		"order": 4240
	},
	{
		"hexcode": "1F38A",
		"group": 6,
		"order": 4241
	},
	{
		"hexcode": "1F38B",
		"group": 6,
		"order": 4242
	},
	{
		"hexcode": "1F38D",
		"group": 6,
		"order": 4243
	},
	{
		"hexcode": "1F38E",
		"group": 6,
		"order": 4244
	},
	{
		"hexcode": "1F38F",
		"group": 6,
		"order": 4245
	},
	{
		"hexcode": "1F390",
		"group": 6,
		"order": 4246
	},
	{
		"hexcode": "1F391",
		"group": 6,
		"order": 4247
	},
	{
		"hexcode": "1F9E7",
		"group": 6,
		"order": 4248
	},
	{
		"hexcode": "1F380",
		"group": 6,
		"order": 4249
	},
	{
		"hexcode": "1F381",
		"group": 6,
		"order": 4250
	},
	{
		"hexcode": "1F397",
		"group": 6,
		"order": 4252
	},
	{
		"hexcode": "1F39F",
		"group": 6,
		"order": 4254
	},
	{
		"hexcode": "1F3AB",
		"group": 6,
		"order": 4255
	},
	{
		"hexcode": "1F396",
		"group": 6,
		"order": 4257
	},
	{
		"hexcode": "1F3C6",
		"group": 6,
		"order": 4258
	},
	{
		"hexcode": "1F3C5",
		"group": 6,
		"order": 4259
	},
	{
		"hexcode": "1F947",
		"group": 6,
		"order": 4260
	},
	{
		"hexcode": "1F948",
		"group": 6,
		"order": 4261
	},
	{
		"hexcode": "1F949",
		"group": 6,
		"order": 4262
	},
	{
		"hexcode": "26BD",
		"group": 6,
		"order": 4263
	},
	{
		"hexcode": "26BE",
		"group": 6,
		"order": 4264
	},
	{
		"hexcode": "1F94E",
		"group": 6,
		"order": 4265
	},
	{
		"hexcode": "1F3C0",
		"group": 6,
		"order": 4266
	},
	{
		"hexcode": "1F3D0",
		"group": 6,
		"order": 4267
	},
	{
		"hexcode": "1F3C8",
		"group": 6,
		"order": 4268
	},
	{
		"hexcode": "1F3C9",
		"group": 6,
		"order": 4269
	},
	{
		"hexcode": "1F3BE",
		"group": 6,
		"order": 4270
	},
	{
		"hexcode": "1F94F",
		"group": 6,
		"order": 4271
	},
	{
		"hexcode": "1F3B3",
		"group": 6,
		"order": 4272
	},
	{
		"hexcode": "1F3CF",
		"group": 6,
		"order": 4273
	},
	{
		"hexcode": "1F3D1",
		"group": 6,
		"order": 4274
	},
	{
		"hexcode": "1F3D2",
		"group": 6,
		"order": 4275
	},
	{
		"hexcode": "1F94D",
		"group": 6,
		"order": 4276
	},
	{
		"hexcode": "1F3D3",
		"group": 6,
		"order": 4277
	},
	{
		"hexcode": "1F3F8",
		"group": 6,
		"order": 4278
	},
	{
		"hexcode": "1F94A",
		"group": 6,
		"order": 4279
	},
	{
		"hexcode": "1F94B",
		"group": 6,
		"order": 4280
	},
	{
		"hexcode": "1F945",
		"group": 6,
		"order": 4281
	},
	{
		"hexcode": "26F3",
		"group": 6,
		"order": 4282
	},
	{
		"hexcode": "26F8",
		"group": 6,
		"order": 4284
	},
	{
		"hexcode": "1F3A3",
		"group": 6,
		"order": 4285
	},
	{
		"hexcode": "1F93F",
		"group": 6,
		"order": 4286
	},
	{
		"hexcode": "1F3BD",
		"group": 6,
		"order": 4287
	},
	{
		"hexcode": "1F3BF",
		"group": 6,
		"order": 4288
	},
	{
		"hexcode": "1F6F7",
		"group": 6,
		"order": 4289
	},
	{
		"hexcode": "1F94C",
		"group": 6,
		"order": 4290
	},
	{
		"hexcode": "1F3AF",
		"group": 6,
		"order": 4291
	},
	{
		"hexcode": "1FA80",
		"group": 6,
		"order": 4292
	},
	{
		"hexcode": "1FA81",
		"group": 6,
		"order": 4293
	},
	{
		"hexcode": "1F52B",
		"group": 6,
		"order": 4294
	},
	{
		"hexcode": "1F3B1",
		"group": 6,
		"order": 4295
	},
	{
		"hexcode": "1F52E",
		"group": 6,
		"order": 4296
	},
	{
		"hexcode": "1FA84",
		"group": 6,
		"order": 4297
	},
	{
		"hexcode": "1F3AE",
		"group": 6,
		"order": 4298
	},
	{
		"hexcode": "1F579",
		"group": 6,
		"order": 4300
	},
	{
		"hexcode": "1F3B0",
		"group": 6,
		"order": 4301
	},
	{
		"hexcode": "1F3B2",
		"group": 6,
		"order": 4302
	},
	{
		"hexcode": "1F9E9",
		"group": 6,
		"order": 4303
	},
	{
		"hexcode": "1F9F8",
		"group": 6,
		"order": 4304
	},
	{
		"hexcode": "1FA85",
		"group": 6,
		"order": 4305
	},
	{
		"hexcode": "1FAA9",
		"group": 6,
		"order": 4306
	},
	{
		"hexcode": "1FA86",
		"group": 6,
		"order": 4307
	},
	{
		"hexcode": "2660",
		"group": 6,
		"order": 4309
	},
	{
		"hexcode": "2665",
		"group": 6,
		"order": 4311
	},
	{
		"hexcode": "2666",
		"group": 6,
		"order": 4313
	},
	{
		"hexcode": "2663",
		"group": 6,
		"order": 4315
	},
	{
		"hexcode": "265F",
		"group": 6,
		"order": 4317
	},
	{
		"hexcode": "1F0CF",
		"group": 6,
		"order": 4318
	},
	{
		"hexcode": "1F004",
		"group": 6,
		"order": 4319
	},
	{
		"hexcode": "1F3B4",
		"group": 6,
		"order": 4320
	},
	{
		"hexcode": "1F3AD",
		"group": 6,
		"order": 4321
	},
	{
		"hexcode": "1F5BC",
		"group": 6,
		"order": 4323
	},
	{
		"hexcode": "1F3A8",
		"group": 6,
		"order": 4324
	},
	{
		"hexcode": "1F9F5",
		"group": 6,
		"order": 4325
	},
	{
		"hexcode": "1FAA1",
		"group": 6,
		"order": 4326
	},
	{
		"hexcode": "1F9F6",
		"group": 6,
		"order": 4327
	},
	{
		"hexcode": "1FAA2",
		"group": 6,
		"order": 4328
	},
	{
		"hexcode": "1F453",
		"group": 7,
		"order": 4329
	},
	{
		"hexcode": "1F576",
		"group": 7,
		"order": 4331
	},
	{
		"hexcode": "1F97D",
		"group": 7,
		"order": 4332
	},
	{
		"hexcode": "1F97C",
		"group": 7,
		"order": 4333
	},
	{
		"hexcode": "1F9BA",
		"group": 7,
		"order": 4334
	},
	{
		"hexcode": "1F454",
		"group": 7,
		"order": 4335
	},
	{
		"hexcode": "1F455",
		"group": 7,
		"order": 4336
	},
	{
		"hexcode": "1F456",
		"group": 7,
		"order": 4337
	},
	{
		"hexcode": "1F9E3",
		"group": 7,
		"order": 4338
	},
	{
		"hexcode": "1F9E4",
		"group": 7,
		"order": 4339
	},
	{
		"hexcode": "1F9E5",
		"group": 7,
		"order": 4340
	},
	{
		"hexcode": "1F9E6",
		"group": 7,
		"order": 4341
	},
	{
		"hexcode": "1F457",
		"group": 7,
		"order": 4342
	},
	{
		"hexcode": "1F458",
		"group": 7,
		"order": 4343
	},
	{
		"hexcode": "1F97B",
		"group": 7,
		"order": 4344
	},
	{
		"hexcode": "1FA71",
		"group": 7,
		"order": 4345
	},
	{
		"hexcode": "1FA72",
		"group": 7,
		"order": 4346
	},
	{
		"hexcode": "1FA73",
		"group": 7,
		"order": 4347
	},
	{
		"hexcode": "1F459",
		"group": 7,
		"order": 4348
	},
	{
		"hexcode": "1F45A",
		"group": 7,
		"order": 4349
	},
	{
		"hexcode": "1FAAD",
		"group": 7,
		"order": 4350
	},
	{
		"hexcode": "1F45B",
		"group": 7,
		"order": 4351
	},
	{
		"hexcode": "1F45C",
		"group": 7,
		"order": 4352
	},
	{
		"hexcode": "1F45D",
		"group": 7,
		"order": 4353
	},
	{
		"hexcode": "1F6CD",
		"group": 7,
		"order": 4355
	},
	{
		"hexcode": "1F392",
		"group": 7,
		"order": 4356
	},
	{
		"hexcode": "1FA74",
		"group": 7,
		"order": 4357
	},
	{
		"hexcode": "1F45E",
		"group": 7,
		"order": 4358
	},
	{
		"hexcode": "1F45F",
		"group": 7,
		"order": 4359
	},
	{
		"hexcode": "1F97E",
		"group": 7,
		"order": 4360
	},
	{
		"hexcode": "1F97F",
		"group": 7,
		"order": 4361
	},
	{
		"hexcode": "1F460",
		"group": 7,
		"order": 4362
	},
	{
		"hexcode": "1F461",
		"group": 7,
		"order": 4363
	},
	{
		"hexcode": "1FA70",
		"group": 7,
		"order": 4364
	},
	{
		"hexcode": "1F462",
		"group": 7,
		"order": 4365
	},
	{
		"hexcode": "1FAAE",
		"group": 7,
		"order": 4366
	},
	{
		"hexcode": "1F451",
		"group": 7,
		"order": 4367
	},
	{
		"hexcode": "1F452",
		"group": 7,
		"order": 4368
	},
	{
		"hexcode": "1F3A9",
		"group": 7,
		"order": 4369
	},
	{
		"hexcode": "1F393",
		"group": 7,
		"order": 4370
	},
	{
		"hexcode": "1F9E2",
		"group": 7,
		"order": 4371
	},
	{
		"hexcode": "1FA96",
		"group": 7,
		"order": 4372
	},
	{
		"hexcode": "26D1",
		"group": 7,
		"order": 4374
	},
	{
		"hexcode": "1F4FF",
		"group": 7,
		"order": 4375
	},
	{
		"hexcode": "1F484",
		"group": 7,
		"order": 4376
	},
	{
		"hexcode": "1F48D",
		"group": 7,
		"order": 4377
	},
	{
		"hexcode": "1F48E",
		"group": 7,
		"order": 4378
	},
	{
		"hexcode": "1F507",
		"group": 7,
		"order": 4379
	},
	{
		"hexcode": "1F508",
		"group": 7,
		"order": 4380
	},
	{
		"hexcode": "1F509",
		"group": 7,
		"order": 4381
	},
	{
		"hexcode": "1F50A",
		"group": 7,
		"order": 4382
	},
	{
		"hexcode": "1F4E2",
		"group": 7,
		"order": 4383
	},
	{
		"hexcode": "1F4E3",
		"group": 7,
		"order": 4384
	},
	{
		"hexcode": "1F4EF",
		"group": 7,
		"order": 4385
	},
	{
		"hexcode": "1F514",
		"group": 7,
		"order": 4386
	},
	{
		"hexcode": "1F515",
		"group": 7,
		"order": 4387
	},
	{
		"hexcode": "1F3BC",
		"group": 7,
		"order": 4388
	},
	{
		"hexcode": "1F3B5",
		"group": 7,
		"order": 4389
	},
	{
		"hexcode": "1F3B6",
		"group": 7,
		"order": 4390
	},
	{
		"hexcode": "1F399",
		"group": 7,
		"order": 4392
	},
	{
		"hexcode": "1F39A",
		"group": 7,
		"order": 4394
	},
	{
		"hexcode": "1F39B",
		"group": 7,
		"order": 4396
	},
	{
		"hexcode": "1F3A4",
		"group": 7,
		"order": 4397
	},
	{
		"hexcode": "1F3A7",
		"group": 7,
		"order": 4398
	},
	{
		"hexcode": "1F4FB",
		"group": 7,
		"order": 4399
	},
	{
		"hexcode": "1F3B7",
		"group": 7,
		"order": 4400
	},
	{
		"hexcode": "1F3BA",
		"group": 7,
		"order": 4401
	},
	{
		"hexcode": "1FA8A",
		"group": 7,
		"order": 4402
	},
	{
		"hexcode": "1FA97",
		"group": 7,
		"order": 4403
	},
	{
		"hexcode": "1F3B8",
		"group": 7,
		"order": 4404
	},
	{
		"hexcode": "1F3B9",
		"group": 7,
		"order": 4405
	},
	{
		"hexcode": "1F3BB",
		"group": 7,
		"order": 4406
	},
	{
		"hexcode": "1FA95",
		"group": 7,
		"order": 4407
	},
	{
		"hexcode": "1F941",
		"group": 7,
		"order": 4408
	},
	{
		"hexcode": "1FA98",
		"group": 7,
		"order": 4409
	},
	{
		"hexcode": "1FA87",
		"group": 7,
		"order": 4410
	},
	{
		"hexcode": "1FA88",
		"group": 7,
		"order": 4411
	},
	{
		"hexcode": "1FA89",
		"group": 7,
		"order": 4412
	},
	{
		"hexcode": "1F4F1",
		"group": 7,
		"order": 4413
	},
	{
		"hexcode": "1F4F2",
		"group": 7,
		"order": 4414
	},
	{
		"hexcode": "260E",
		"group": 7,
		"order": 4416
	},
	{
		"hexcode": "1F4DE",
		"group": 7,
		"order": 4417
	},
	{
		"hexcode": "1F4DF",
		"group": 7,
		"order": 4418
	},
	{
		"hexcode": "1F4E0",
		"group": 7,
		"order": 4419
	},
	{
		"hexcode": "1F50B",
		"group": 7,
		"order": 4420
	},
	{
		"hexcode": "1FAAB",
		"group": 7,
		"order": 4421
	},
	{
		"hexcode": "1F50C",
		"group": 7,
		"order": 4422
	},
	{
		"hexcode": "1F4BB",
		"group": 7,
		"order": 4423
	},
	{
		"hexcode": "1F5A5",
		"group": 7,
		"order": 4425
	},
	{
		"hexcode": "1F5A8",
		"group": 7,
		"order": 4427
	},
	{
		"hexcode": "2328",
		"group": 7,
		"order": 4429
	},
	{
		"hexcode": "1F5B1",
		"group": 7,
		"order": 4431
	},
	{
		"hexcode": "1F5B2",
		"group": 7,
		"order": 4433
	},
	{
		"hexcode": "1F4BD",
		"group": 7,
		"order": 4434
	},
	{
		"hexcode": "1F4BE",
		"group": 7,
		"order": 4435
	},
	{
		"hexcode": "1F4BF",
		"group": 7,
		"order": 4436
	},
	{
		"hexcode": "1F4C0",
		"group": 7,
		"order": 4437
	},
	{
		"hexcode": "1F9EE",
		"group": 7,
		"order": 4438
	},
	{
		"hexcode": "1F3A5",
		"group": 7,
		"order": 4439
	},
	{
		"hexcode": "1F39E",
		"group": 7,
		"order": 4441
	},
	{
		"hexcode": "1F4FD",
		"group": 7,
		"order": 4443
	},
	{
		"hexcode": "1F3AC",
		"group": 7,
		"order": 4444
	},
	{
		"hexcode": "1F4FA",
		"group": 7,
		"order": 4445
	},
	{
		"hexcode": "1F4F7",
		"group": 7,
		"order": 4446
	},
	{
		"hexcode": "1F4F8",
		"group": 7,
		"order": 4447
	},
	{
		"hexcode": "1F4F9",
		"group": 7,
		"order": 4448
	},
	{
		"hexcode": "1F4FC",
		"group": 7,
		"order": 4449
	},
	{
		"hexcode": "1F50D",
		"group": 7,
		"order": 4450
	},
	{
		"hexcode": "1F50E",
		"group": 7,
		"order": 4451
	},
	{
		"hexcode": "1F56F",
		"group": 7,
		"order": 4453
	},
	{
		"hexcode": "1F4A1",
		"group": 7,
		"order": 4454
	},
	{
		"hexcode": "1F526",
		"group": 7,
		"order": 4455
	},
	{
		"hexcode": "1F3EE",
		"group": 7,
		"order": 4456
	},
	{
		"hexcode": "1FA94",
		"group": 7,
		"order": 4457
	},
	{
		"hexcode": "1F4D4",
		"group": 7,
		"order": 4458
	},
	{
		"hexcode": "1F4D5",
		"group": 7,
		"order": 4459
	},
	{
		"hexcode": "1F4D6",
		"group": 7,
		"order": 4460
	},
	{
		"hexcode": "1F4D7",
		"group": 7,
		"order": 4461
	},
	{
		"hexcode": "1F4D8",
		"group": 7,
		"order": 4462
	},
	{
		"hexcode": "1F4D9",
		"group": 7,
		"order": 4463
	},
	{
		"hexcode": "1F4DA",
		"group": 7,
		"order": 4464
	},
	{
		"hexcode": "1F4D3",
		"group": 7,
		"order": 4465
	},
	{
		"hexcode": "1F4D2",
		"group": 7,
		"order": 4466
	},
	{
		"hexcode": "1F4C3",
		"group": 7,
		"order": 4467
	},
	{
		"hexcode": "1F4DC",
		"group": 7,
		"order": 4468
	},
	{
		"hexcode": "1F4C4",
		"group": 7,
		"order": 4469
	},
	{
		"hexcode": "1F4F0",
		"group": 7,
		"order": 4470
	},
	{
		"hexcode": "1F5DE",
		"group": 7,
		"order": 4472
	},
	{
		"hexcode": "1F4D1",
		"group": 7,
		"order": 4473
	},
	{
		"hexcode": "1F516",
		"group": 7,
		"order": 4474
	},
	{
		"hexcode": "1F3F7",
		"group": 7,
		"order": 4476
	},
	{
		"hexcode": "1FA99",
		"group": 7,
		"order": 4477
	},
	{
		"hexcode": "1F4B0",
		"group": 7,
		"order": 4478
	},
	{
		"hexcode": "1FA8E",
		"group": 7,
		"order": 4479
	},
	{
		"hexcode": "1F4B4",
		"group": 7,
		"order": 4480
	},
	{
		"hexcode": "1F4B5",
		"group": 7,
		"order": 4481
	},
	{
		"hexcode": "1F4B6",
		"group": 7,
		"order": 4482
	},
	{
		"hexcode": "1F4B7",
		"group": 7,
		"order": 4483
	},
	{
		"hexcode": "1F4B8",
		"group": 7,
		"order": 4484
	},
	{
		"hexcode": "1F4B3",
		"group": 7,
		"order": 4485
	},
	{
		"hexcode": "1F9FE",
		"group": 7,
		"order": 4486
	},
	{
		"hexcode": "1F4B9",
		"group": 7,
		"order": 4487
	},
	{
		"hexcode": "2709",
		"group": 7,
		"order": 4489
	},
	{
		"hexcode": "1F4E7",
		"group": 7,
		"order": 4490
	},
	{
		"hexcode": "1F4E8",
		"group": 7,
		"order": 4491
	},
	{
		"hexcode": "1F4E9",
		"group": 7,
		"order": 4492
	},
	{
		"hexcode": "1F4E4",
		"group": 7,
		"order": 4493
	},
	{
		"hexcode": "1F4E5",
		"group": 7,
		"order": 4494
	},
	{
		"hexcode": "1F4E6",
		"group": 7,
		"order": 4495
	},
	{
		"hexcode": "1F4EB",
		"group": 7,
		"order": 4496
	},
	{
		"hexcode": "1F4EA",
		"group": 7,
		"order": 4497
	},
	{
		"hexcode": "1F4EC",
		"group": 7,
		"order": 4498
	},
	{
		"hexcode": "1F4ED",
		"group": 7,
		"order": 4499
	},
	{
		"hexcode": "1F4EE",
		"group": 7,
		"order": 4500
	},
	{
		"hexcode": "1F5F3",
		"group": 7,
		"order": 4502
	},
	{
		"hexcode": "270F",
		"group": 7,
		"order": 4504
	},
	{
		"hexcode": "2712",
		"group": 7,
		"order": 4506
	},
	{
		"hexcode": "1F58B",
		"group": 7,
		"order": 4508
	},
	{
		"hexcode": "1F58A",
		"group": 7,
		"order": 4510
	},
	{
		"hexcode": "1F58C",
		"group": 7,
		"order": 4512
	},
	{
		"hexcode": "1F58D",
		"group": 7,
		"order": 4514
	},
	{
		"hexcode": "1F4DD",
		"group": 7,
		"order": 4515
	},
	{
		"hexcode": "1F4BC",
		"group": 7,
		"order": 4516
	},
	{
		"hexcode": "1F4C1",
		"group": 7,
		"order": 4517
	},
	{
		"hexcode": "1F4C2",
		"group": 7,
		"order": 4518
	},
	{
		"hexcode": "1F5C2",
		"group": 7,
		"order": 4520
	},
	{
		"hexcode": "1F4C5",
		"group": 7,
		"order": 4521
	},
	{
		"hexcode": "1F4C6",
		"group": 7,
		"order": 4522
	},
	{
		"hexcode": "1F5D2",
		"group": 7,
		"order": 4524
	},
	{
		"hexcode": "1F5D3",
		"group": 7,
		"order": 4526
	},
	{
		"hexcode": "1F4C7",
		"group": 7,
		"order": 4527
	},
	{
		"hexcode": "1F4C8",
		"group": 7,
		"order": 4528
	},
	{
		"hexcode": "1F4C9",
		"group": 7,
		"order": 4529
	},
	{
		"hexcode": "1F4CA",
		"group": 7,
		"order": 4530
	},
	{
		"hexcode": "1F4CB",
		"group": 7,
		"order": 4531
	},
	{
		"hexcode": "1F4CC",
		"group": 7,
		"order": 4532
	},
	{
		"hexcode": "1F4CD",
		"group": 7,
		"order": 4533
	},
	{
		"hexcode": "1F4CE",
		"group": 7,
		"order": 4534
	},
	{
		"hexcode": "1F587",
		"group": 7,
		"order": 4536
	},
	{
		"hexcode": "1F4CF",
		"group": 7,
		"order": 4537
	},
	{
		"hexcode": "1F4D0",
		"group": 7,
		"order": 4538
	},
	{
		"hexcode": "2702",
		"group": 7,
		"order": 4540
	},
	{
		"hexcode": "1F5C3",
		"group": 7,
		"order": 4542
	},
	{
		"hexcode": "1F5C4",
		"group": 7,
		"order": 4544
	},
	{
		"hexcode": "1F5D1",
		"group": 7,
		"order": 4546
	},
	{
		"hexcode": "1F512",
		"group": 7,
		"order": 4547
	},
	{
		"hexcode": "1F513",
		"group": 7,
		"order": 4548
	},
	{
		"hexcode": "1F50F",
		"group": 7,
		"order": 4549
	},
	{
		"hexcode": "1F510",
		"group": 7,
		"order": 4550
	},
	{
		"hexcode": "1F511",
		"group": 7,
		"order": 4551
	},
	{
		"hexcode": "1F5DD",
		"group": 7,
		"order": 4553
	},
	{
		"hexcode": "1F528",
		"group": 7,
		"order": 4554
	},
	{
		"hexcode": "1FA93",
		"group": 7,
		"order": 4555
	},
	{
		"hexcode": "26CF",
		"group": 7,
		"order": 4557
	},
	{
		"hexcode": "2692",
		"group": 7,
		"order": 4559
	},
	{
		"hexcode": "1F6E0",
		"group": 7,
		"order": 4561
	},
	{
		"hexcode": "1F5E1",
		"group": 7,
		"order": 4563
	},
	{
		"hexcode": "2694",
		"group": 7,
		"order": 4565
	},
	{
		"hexcode": "1F4A3",
		"group": 7,
		"order": 4566
	},
	{
		"hexcode": "1FA83",
		"group": 7,
		"order": 4567
	},
	{
		"hexcode": "1F3F9",
		"group": 7,
		"order": 4568
	},
	{
		"hexcode": "1F6E1",
		"group": 7,
		"order": 4570
	},
	{
		"hexcode": "1FA9A",
		"group": 7,
		"order": 4571
	},
	{
		"hexcode": "1F527",
		"group": 7,
		"order": 4572
	},
	{
		"hexcode": "1FA9B",
		"group": 7,
		"order": 4573
	},
	{
		"hexcode": "1F529",
		"group": 7,
		"order": 4574
	},
	{
		"hexcode": "2699",
		"group": 7,
		"order": 4576
	},
	{
		"hexcode": "1F5DC",
		"group": 7,
		"order": 4578
	},
	{
		"hexcode": "2696",
		"group": 7,
		"order": 4580
	},
	{
		"hexcode": "1F9AF",
		"group": 7,
		"order": 4581
	},
	{
		"hexcode": "1F517",
		"group": 7,
		"order": 4582
	},
	{
		"hexcode": "26D3-FE0F-200D-1F4A5",
		"group": 7,
		"order": 4583
	},
	{
		"hexcode": "26D3",
		"group": 7,
		"order": 4586
	},
	{
		"hexcode": "1FA9D",
		"group": 7,
		"order": 4587
	},
	{
		"hexcode": "1F9F0",
		"group": 7,
		"order": 4588
	},
	{
		"hexcode": "1F9F2",
		"group": 7,
		"order": 4589
	},
	{
		"hexcode": "1FA9C",
		"group": 7,
		"order": 4590
	},
	{
		"hexcode": "1FA8F",
		"group": 7,
		"order": 4591
	},
	{
		"hexcode": "2697",
		"group": 7,
		"order": 4593
	},
	{
		"hexcode": "1F9EA",
		"group": 7,
		"order": 4594
	},
	{
		"hexcode": "1F9EB",
		"group": 7,
		"order": 4595
	},
	{
		"hexcode": "1F9EC",
		"group": 7,
		"order": 4596
	},
	{
		"hexcode": "1F52C",
		"group": 7,
		"order": 4597
	},
	{
		"hexcode": "1F52D",
		"group": 7,
		"order": 4598
	},
	{
		"hexcode": "1F4E1",
		"group": 7,
		"order": 4599
	},
	{
		"hexcode": "1F489",
		"group": 7,
		"order": 4600
	},
	{
		"hexcode": "1FA78",
		"group": 7,
		"order": 4601
	},
	{
		"hexcode": "1F48A",
		"group": 7,
		"order": 4602
	},
	{
		"hexcode": "1FA79",
		"group": 7,
		"order": 4603
	},
	{
		"hexcode": "1FA7C",
		"group": 7,
		"order": 4604
	},
	{
		"hexcode": "1FA7A",
		"group": 7,
		"order": 4605
	},
	{
		"hexcode": "1FA7B",
		"group": 7,
		"order": 4606
	},
	{
		"hexcode": "1F6AA",
		"group": 7,
		"order": 4607
	},
	{
		"hexcode": "1F6D7",
		"group": 7,
		"order": 4608
	},
	{
		"hexcode": "1FA9E",
		"group": 7,
		"order": 4609
	},
	{
		"hexcode": "1FA9F",
		"group": 7,
		"order": 4610
	},
	{
		"hexcode": "1F6CF",
		"group": 7,
		"order": 4612
	},
	{
		"hexcode": "1F6CB",
		"group": 7,
		"order": 4614
	},
	{
		"hexcode": "1FA91",
		"group": 7,
		"order": 4615
	},
	{
		"hexcode": "1F6BD",
		"group": 7,
		"order": 4616
	},
	{
		"hexcode": "1FAA0",
		"group": 7,
		"order": 4617
	},
	{
		"hexcode": "1F6BF",
		"group": 7,
		"order": 4618
	},
	{
		"hexcode": "1F6C1",
		"group": 7,
		"order": 4619
	},
	{
		"hexcode": "1FAA4",
		"group": 7,
		"order": 4620
	},
	{
		"hexcode": "1FA92",
		"group": 7,
		"order": 4621
	},
	{
		"hexcode": "1F9F4",
		"group": 7,
		"order": 4622
	},
	{
		"hexcode": "1F9F7",
		"group": 7,
		"order": 4623
	},
	{
		"hexcode": "1F9F9",
		"group": 7,
		"order": 4624
	},
	{
		"hexcode": "1F9FA",
		"group": 7,
		"order": 4625
	},
	{
		"hexcode": "1F9FB",
		"group": 7,
		"order": 4626
	},
	{
		"hexcode": "1FAA3",
		"group": 7,
		"order": 4627
	},
	{
		"hexcode": "1F9FC",
		"group": 7,
		"order": 4628
	},
	{
		"hexcode": "1FAE7",
		"group": 7,
		"order": 4629
	},
	{
		"hexcode": "1FAA5",
		"group": 7,
		"order": 4630
	},
	{
		"hexcode": "1F9FD",
		"group": 7,
		"order": 4631
	},
	{
		"hexcode": "1F9EF",
		"group": 7,
		"order": 4632
	},
	{
		"hexcode": "1F6D2",
		"group": 7,
		"order": 4633
	},
	{
		"hexcode": "1F6AC",
		"group": 7,
		"order": 4634
	},
	{
		"hexcode": "26B0",
		"group": 7,
		"order": 4636
	},
	{
		"hexcode": "1FAA6",
		"group": 7,
		"order": 4637
	},
	{
		"hexcode": "26B1",
		"group": 7,
		"order": 4639
	},
	{
		"hexcode": "1F9FF",
		"group": 7,
		"order": 4640
	},
	{
		"hexcode": "1FAAC",
		"group": 7,
		"order": 4641
	},
	{
		"hexcode": "1F5FF",
		"group": 7,
		"order": 4642
	},
	{
		"hexcode": "1FAA7",
		"group": 7,
		"order": 4643
	},
	{
		"hexcode": "1FAAA",
		"group": 7,
		"order": 4644
	},
	{
		"hexcode": "1F3E7",
		"group": 8,
		"order": 4645
	},
	{
		"hexcode": "1F6AE",
		"group": 8,
		"order": 4646
	},
	{
		"hexcode": "1F6B0",
		"group": 8,
		"order": 4647
	},
	{
		"hexcode": "267F",
		"group": 8,
		"order": 4648
	},
	{
		"hexcode": "1F6B9",
		"group": 8,
		"order": 4649
	},
	{
		"hexcode": "1F6BA",
		"group": 8,
		"order": 4650
	},
	{
		"hexcode": "1F6BB",
		"group": 8,
		"order": 4651
	},
	{
		"hexcode": "1F6BC",
		"group": 8,
		"order": 4652
	},
	{
		"hexcode": "1F6BE",
		"group": 8,
		"order": 4653
	},
	{
		"hexcode": "1F6C2",
		"group": 8,
		"order": 4654
	},
	{
		"hexcode": "1F6C3",
		"group": 8,
		"order": 4655
	},
	{
		"hexcode": "1F6C4",
		"group": 8,
		"order": 4656
	},
	{
		"hexcode": "1F6C5",
		"group": 8,
		"order": 4657
	},
	{
		"hexcode": "26A0",
		"group": 8,
		"order": 4659
	},
	{
		"hexcode": "1F6B8",
		"group": 8,
		"order": 4660
	},
	{
		"hexcode": "26D4",
		"group": 8,
		"order": 4661
	},
	{
		"hexcode": "1F6AB",
		"group": 8,
		"order": 4662
	},
	{
		"hexcode": "1F6B3",
		"group": 8,
		"order": 4663
	},
	{
		"hexcode": "1F6AD",
		"group": 8,
		"order": 4664
	},
	{
		"hexcode": "1F6AF",
		"group": 8,
		"order": 4665
	},
	{
		"hexcode": "1F6B1",
		"group": 8,
		"order": 4666
	},
	{
		"hexcode": "1F6B7",
		"group": 8,
		"order": 4667
	},
	{
		"hexcode": "1F4F5",
		"group": 8,
		"order": 4668
	},
	{
		"hexcode": "1F51E",
		"group": 8,
		"order": 4669
	},
	{
		"hexcode": "2622",
		"group": 8,
		"order": 4671
	},
	{
		"hexcode": "2623",
		"group": 8,
		"order": 4673
	},
	{
		"hexcode": "2B06",
		"group": 8,
		"order": 4675
	},
	{
		"hexcode": "2197",
		"group": 8,
		"order": 4677
	},
	{
		"hexcode": "27A1",
		"group": 8,
		"order": 4679
	},
	{
		"hexcode": "2198",
		"group": 8,
		"order": 4681
	},
	{
		"hexcode": "2B07",
		"group": 8,
		"order": 4683
	},
	{
		"hexcode": "2199",
		"group": 8,
		"order": 4685
	},
	{
		"hexcode": "2B05",
		"group": 8,
		"order": 4687
	},
	{
		"hexcode": "2196",
		"group": 8,
		"order": 4689
	},
	{
		"hexcode": "2195",
		"group": 8,
		"order": 4691
	},
	{
		"hexcode": "2194",
		"group": 8,
		"order": 4693
	},
	{
		"hexcode": "21A9",
		"group": 8,
		"order": 4695
	},
	{
		"hexcode": "21AA",
		"group": 8,
		"order": 4697
	},
	{
		"hexcode": "2934",
		"group": 8,
		"order": 4699
	},
	{
		"hexcode": "2935",
		"group": 8,
		"order": 4701
	},
	{
		"hexcode": "1F503",
		"group": 8,
		"order": 4702
	},
	{
		"hexcode": "1F504",
		"group": 8,
		"order": 4703
	},
	{
		"hexcode": "1F519",
		"group": 8,
		"order": 4704
	},
	{
		"hexcode": "1F51A",
		"group": 8,
		"order": 4705
	},
	{
		"hexcode": "1F51B",
		"group": 8,
		"order": 4706
	},
	{
		"hexcode": "1F51C",
		"group": 8,
		"order": 4707
	},
	{
		"hexcode": "1F51D",
		"group": 8,
		"order": 4708
	},
	{
		"hexcode": "1F6D0",
		"group": 8,
		"order": 4709
	},
	{
		"hexcode": "269B",
		"group": 8,
		"order": 4711
	},
	{
		"hexcode": "1F549",
		"group": 8,
		"order": 4713
	},
	{
		"hexcode": "2721",
		"group": 8,
		"order": 4715
	},
	{
		"hexcode": "2638",
		"group": 8,
		"order": 4717
	},
	{
		"hexcode": "262F",
		"group": 8,
		"order": 4719
	},
	{
		"hexcode": "271D",
		"group": 8,
		"order": 4721
	},
	{
		"hexcode": "2626",
		"group": 8,
		"order": 4723
	},
	{
		"hexcode": "262A",
		"group": 8,
		"order": 4725
	},
	{
		"hexcode": "262E",
		"group": 8,
		"order": 4727
	},
	{
		"hexcode": "1F54E",
		"group": 8,
		"order": 4728
	},
	{
		"hexcode": "1F52F",
		"group": 8,
		"order": 4729
	},
	{
		"hexcode": "1FAAF",
		"group": 8,
		"order": 4730
	},
	{
		"hexcode": "2648",
		"group": 8,
		"order": 4731
	},
	{
		"hexcode": "2649",
		"group": 8,
		"order": 4732
	},
	{
		"hexcode": "264A",
		"group": 8,
		"order": 4733
	},
	{
		"hexcode": "264B",
		"group": 8,
		"order": 4734
	},
	{
		"hexcode": "264C",
		"group": 8,
		"order": 4735
	},
	{
		"hexcode": "264D",
		"group": 8,
		"order": 4736
	},
	{
		"hexcode": "264E",
		"group": 8,
		"order": 4737
	},
	{
		"hexcode": "264F",
		"group": 8,
		"order": 4738
	},
	{
		"hexcode": "2650",
		"group": 8,
		"order": 4739
	},
	{
		"hexcode": "2651",
		"group": 8,
		"order": 4740
	},
	{
		"hexcode": "2652",
		"group": 8,
		"order": 4741
	},
	{
		"hexcode": "2653",
		"group": 8,
		"order": 4742
	},
	{
		"hexcode": "26CE",
		"group": 8,
		"order": 4743
	},
	{
		"hexcode": "1F500",
		"group": 8,
		"order": 4744
	},
	{
		"hexcode": "1F501",
		"group": 8,
		"order": 4745
	},
	{
		"hexcode": "1F502",
		"group": 8,
		"order": 4746
	},
	{
		"hexcode": "25B6",
		"group": 8,
		"order": 4748
	},
	{
		"hexcode": "23E9",
		"group": 8,
		"order": 4749
	},
	{
		"hexcode": "23ED",
		"group": 8,
		"order": 4751
	},
	{
		"hexcode": "23EF",
		"group": 8,
		"order": 4753
	},
	{
		"hexcode": "25C0",
		"group": 8,
		"order": 4755
	},
	{
		"hexcode": "23EA",
		"group": 8,
		"order": 4756
	},
	{
		"hexcode": "23EE",
		"group": 8,
		"order": 4758
	},
	{
		"hexcode": "1F53C",
		"group": 8,
		"order": 4759
	},
	{
		"hexcode": "23EB",
		"group": 8,
		"order": 4760
	},
	{
		"hexcode": "1F53D",
		"group": 8,
		"order": 4761
	},
	{
		"hexcode": "23EC",
		"group": 8,
		"order": 4762
	},
	{
		"hexcode": "23F8",
		"group": 8,
		"order": 4764
	},
	{
		"hexcode": "23F9",
		"group": 8,
		"order": 4766
	},
	{
		"hexcode": "23FA",
		"group": 8,
		"order": 4768
	},
	{
		"hexcode": "23CF",
		"group": 8,
		"order": 4770
	},
	{
		"hexcode": "1F3A6",
		"group": 8,
		"order": 4771
	},
	{
		"hexcode": "1F505",
		"group": 8,
		"order": 4772
	},
	{
		"hexcode": "1F506",
		"group": 8,
		"order": 4773
	},
	{
		"hexcode": "1F4F6",
		"group": 8,
		"order": 4774
	},
	{
		"hexcode": "1F6DC",
		"group": 8,
		"order": 4775
	},
	{
		"hexcode": "1F4F3",
		"group": 8,
		"order": 4776
	},
	{
		"hexcode": "1F4F4",
		"group": 8,
		"order": 4777
	},
	{
		"hexcode": "2640",
		"group": 8,
		"order": 4779
	},
	{
		"hexcode": "2642",
		"group": 8,
		"order": 4781
	},
	{
		"hexcode": "26A7",
		"group": 8,
		"order": 4783
	},
	{
		"hexcode": "2716",
		"group": 8,
		"order": 4785
	},
	{
		"hexcode": "2795",
		"group": 8,
		"order": 4786
	},
	{
		"hexcode": "2796",
		"group": 8,
		"order": 4787
	},
	{
		"hexcode": "2797",
		"group": 8,
		"order": 4788
	},
	{
		"hexcode": "1F7F0",
		"group": 8,
		"order": 4789
	},
	{
		"hexcode": "267E",
		"group": 8,
		"order": 4791
	},
	{
		"hexcode": "203C",
		"group": 8,
		"order": 4793
	},
	{
		"hexcode": "2049",
		"group": 8,
		"order": 4795
	},
	{
		"hexcode": "2753",
		"group": 8,
		"order": 4796
	},
	{
		"hexcode": "2754",
		"group": 8,
		"order": 4797
	},
	{
		"hexcode": "2755",
		"group": 8,
		"order": 4798
	},
	{
		"hexcode": "2757",
		"group": 8,
		"order": 4799
	},
	{
		"hexcode": "3030",
		"group": 8,
		"order": 4801
	},
	{
		"hexcode": "1F4B1",
		"group": 8,
		"order": 4802
	},
	{
		"hexcode": "1F4B2",
		"group": 8,
		"order": 4803
	},
	{
		"hexcode": "2695",
		"group": 8,
		"order": 4805
	},
	{
		"hexcode": "267B",
		"group": 8,
		"order": 4807
	},
	{
		"hexcode": "269C",
		"group": 8,
		"order": 4809
	},
	{
		"hexcode": "1F531",
		"group": 8,
		"order": 4810
	},
	{
		"hexcode": "1F4DB",
		"group": 8,
		"order": 4811
	},
	{
		"hexcode": "1F530",
		"group": 8,
		"order": 4812
	},
	{
		"hexcode": "2B55",
		"group": 8,
		"order": 4813
	},
	{
		"hexcode": "2705",
		"group": 8,
		"order": 4814
	},
	{
		"hexcode": "2611",
		"group": 8,
		"order": 4816
	},
	{
		"hexcode": "2714",
		"group": 8,
		"order": 4818
	},
	{
		"hexcode": "274C",
		"group": 8,
		"order": 4819
	},
	{
		"hexcode": "274E",
		"group": 8,
		"order": 4820
	},
	{
		"hexcode": "27B0",
		"group": 8,
		"order": 4821
	},
	{
		"hexcode": "27BF",
		"group": 8,
		"order": 4822
	},
	{
		"hexcode": "303D",
		"group": 8,
		"order": 4824
	},
	{
		"hexcode": "2733",
		"group": 8,
		"order": 4826
	},
	{
		"hexcode": "2734",
		"group": 8,
		"order": 4828
	},
	{
		"hexcode": "2747",
		"group": 8,
		"order": 4830
	},
	{
		"hexcode": "00A9",
		"group": 8,
		"order": 4832
	},
	{
		"hexcode": "00AE",
		"group": 8,
		"order": 4834
	},
	{
		"hexcode": "2122",
		"group": 8,
		"order": 4836
	},
	{
		"hexcode": "1FADF",
		"group": 8,
		"order": 4837
	},
	{
		"hexcode": "0023-FE0F-20E3",
		"group": 8,
		"order": 4838
	},
	{
		"hexcode": "002A-FE0F-20E3",
		"group": 8,
		"order": 4840
	},
	{
		"hexcode": "0030-FE0F-20E3",
		"group": 8,
		"order": 4842
	},
	{
		"hexcode": "0031-FE0F-20E3",
		"group": 8,
		"order": 4844
	},
	{
		"hexcode": "0032-FE0F-20E3",
		"group": 8,
		"order": 4846
	},
	{
		"hexcode": "0033-FE0F-20E3",
		"group": 8,
		"order": 4848
	},
	{
		"hexcode": "0034-FE0F-20E3",
		"group": 8,
		"order": 4850
	},
	{
		"hexcode": "0035-FE0F-20E3",
		"group": 8,
		"order": 4852
	},
	{
		"hexcode": "0036-FE0F-20E3",
		"group": 8,
		"order": 4854
	},
	{
		"hexcode": "0037-FE0F-20E3",
		"group": 8,
		"order": 4856
	},
	{
		"hexcode": "0038-FE0F-20E3",
		"group": 8,
		"order": 4858
	},
	{
		"hexcode": "0039-FE0F-20E3",
		"group": 8,
		"order": 4860
	},
	{
		"hexcode": "1F51F",
		"group": 8,
		"order": 4862
	},
	{
		"hexcode": "1F520",
		"group": 8,
		"order": 4863
	},
	{
		"hexcode": "1F521",
		"group": 8,
		"order": 4864
	},
	{
		"hexcode": "1F522",
		"group": 8,
		"order": 4865
	},
	{
		"hexcode": "1F523",
		"group": 8,
		"order": 4866
	},
	{
		"hexcode": "1F524",
		"group": 8,
		"order": 4867
	},
	{
		"hexcode": "1F170",
		"group": 8,
		"order": 4869
	},
	{
		"hexcode": "1F18E",
		"group": 8,
		"order": 4870
	},
	{
		"hexcode": "1F171",
		"group": 8,
		"order": 4872
	},
	{
		"hexcode": "1F191",
		"group": 8,
		"order": 4873
	},
	{
		"hexcode": "1F192",
		"group": 8,
		"order": 4874
	},
	{
		"hexcode": "1F193",
		"group": 8,
		"order": 4875
	},
	{
		"hexcode": "2139",
		"group": 8,
		"order": 4877
	},
	{
		"hexcode": "1F194",
		"group": 8,
		"order": 4878
	},
	{
		"hexcode": "24C2",
		"group": 8,
		"order": 4880
	},
	{
		"hexcode": "1F195",
		"group": 8,
		"order": 4881
	},
	{
		"hexcode": "1F196",
		"group": 8,
		"order": 4882
	},
	{
		"hexcode": "1F17E",
		"group": 8,
		"order": 4884
	},
	{
		"hexcode": "1F197",
		"group": 8,
		"order": 4885
	},
	{
		"hexcode": "1F17F",
		"group": 8,
		"order": 4887
	},
	{
		"hexcode": "1F198",
		"group": 8,
		"order": 4888
	},
	{
		"hexcode": "1F199",
		"group": 8,
		"order": 4889
	},
	{
		"hexcode": "1F19A",
		"group": 8,
		"order": 4890
	},
	{
		"hexcode": "1F201",
		"group": 8,
		"order": 4891
	},
	{
		"hexcode": "1F202",
		"group": 8,
		"order": 4893
	},
	{
		"hexcode": "1F237",
		"group": 8,
		"order": 4895
	},
	{
		"hexcode": "1F236",
		"group": 8,
		"order": 4896
	},
	{
		"hexcode": "1F22F",
		"group": 8,
		"order": 4897
	},
	{
		"hexcode": "1F250",
		"group": 8,
		"order": 4898
	},
	{
		"hexcode": "1F239",
		"group": 8,
		"order": 4899
	},
	{
		"hexcode": "1F21A",
		"group": 8,
		"order": 4900
	},
	{
		"hexcode": "1F232",
		"group": 8,
		"order": 4901
	},
	{
		"hexcode": "1F251",
		"group": 8,
		"order": 4902
	},
	{
		"hexcode": "1F238",
		"group": 8,
		"order": 4903
	},
	{
		"hexcode": "1F234",
		"group": 8,
		"order": 4904
	},
	{
		"hexcode": "1F233",
		"group": 8,
		"order": 4905
	},
	{
		"hexcode": "3297",
		"group": 8,
		"order": 4907
	},
	{
		"hexcode": "3299",
		"group": 8,
		"order": 4909
	},
	{
		"hexcode": "1F23A",
		"group": 8,
		"order": 4910
	},
	{
		"hexcode": "1F235",
		"group": 8,
		"order": 4911
	},
	{
		"hexcode": "1F534",
		"group": 8,
		"order": 4912
	},
	{
		"hexcode": "1F7E0",
		"group": 8,
		"order": 4913
	},
	{
		"hexcode": "1F7E1",
		"group": 8,
		"order": 4914
	},
	{
		"hexcode": "1F7E2",
		"group": 8,
		"order": 4915
	},
	{
		"hexcode": "1F535",
		"group": 8,
		"order": 4916
	},
	{
		"hexcode": "1F7E3",
		"group": 8,
		"order": 4917
	},
	{
		"hexcode": "1F7E4",
		"group": 8,
		"order": 4918
	},
	{
		"hexcode": "26AB",
		"group": 8,
		"order": 4919
	},
	{
		"hexcode": "26AA",
		"group": 8,
		"order": 4920
	},
	{
		"hexcode": "1F7E5",
		"group": 8,
		"order": 4921
	},
	{
		"hexcode": "1F7E7",
		"group": 8,
		"order": 4922
	},
	{
		"hexcode": "1F7E8",
		"group": 8,
		"order": 4923
	},
	{
		"hexcode": "1F7E9",
		"group": 8,
		"order": 4924
	},
	{
		"hexcode": "1F7E6",
		"group": 8,
		"order": 4925
	},
	{
		"hexcode": "1F7EA",
		"group": 8,
		"order": 4926
	},
	{
		"hexcode": "1F7EB",
		"group": 8,
		"order": 4927
	},
	{
		"hexcode": "2B1B",
		"group": 8,
		"order": 4928
	},
	{
		"hexcode": "2B1C",
		"group": 8,
		"order": 4929
	},
	{
		"hexcode": "25FC",
		"group": 8,
		"order": 4931
	},
	{
		"hexcode": "25FB",
		"group": 8,
		"order": 4933
	},
	{
		"hexcode": "25FE",
		"group": 8,
		"order": 4934
	},
	{
		"hexcode": "25FD",
		"group": 8,
		"order": 4935
	},
	{
		"hexcode": "25AA",
		"group": 8,
		"order": 4937
	},
	{
		"hexcode": "25AB",
		"group": 8,
		"order": 4939
	},
	{
		"hexcode": "1F536",
		"group": 8,
		"order": 4940
	},
	{
		"hexcode": "1F537",
		"group": 8,
		"order": 4941
	},
	{
		"hexcode": "1F538",
		"group": 8,
		"order": 4942
	},
	{
		"hexcode": "1F539",
		"group": 8,
		"order": 4943
	},
	{
		"hexcode": "1F53A",
		"group": 8,
		"order": 4944
	},
	{
		"hexcode": "1F53B",
		"group": 8,
		"order": 4945
	},
	{
		"hexcode": "1F4A0",
		"group": 8,
		"order": 4946
	},
	{
		"hexcode": "1F518",
		"group": 8,
		"order": 4947
	},
	{
		"hexcode": "1F533",
		"group": 8,
		"order": 4948
	},
	{
		"hexcode": "1F532",
		"group": 8,
		"order": 4949
	},
	{
		"hexcode": "1F3C1",
		"group": 9,
		"order": 4950
	},
	{
		"hexcode": "1F6A9",
		"group": 9,
		"order": 4951
	},
	{
		"hexcode": "1F38C",
		"group": 9,
		"order": 4952
	},
	{
		"hexcode": "1F3F4",
		"group": 9,
		"order": 4953
	},
	{
		"hexcode": "1F3F3",
		"group": 9,
		"order": 4955
	},
	{
		"hexcode": "1F3F3-FE0F-200D-1F308",
		"group": 9,
		"order": 4956
	},
	{
		"hexcode": "1F3F3-FE0F-200D-26A7-FE0F",
		"group": 9,
		"order": 4958
	},
	{
		"hexcode": "1F3F4-200D-2620-FE0F",
		"group": 9,
		"order": 4962
	},
	{
		"hexcode": "1F1E6-1F1E8",
		"group": 9,
		"order": 4964
	},
	{
		"hexcode": "1F1E6-1F1E9",
		"group": 9,
		"order": 4965
	},
	{
		"hexcode": "1F1E6-1F1EA",
		"group": 9,
		"order": 4966
	},
	{
		"hexcode": "1F1E6-1F1EB",
		"group": 9,
		"order": 4967
	},
	{
		"hexcode": "1F1E6-1F1EC",
		"group": 9,
		"order": 4968
	},
	{
		"hexcode": "1F1E6-1F1EE",
		"group": 9,
		"order": 4969
	},
	{
		"hexcode": "1F1E6-1F1F1",
		"group": 9,
		"order": 4970
	},
	{
		"hexcode": "1F1E6-1F1F2",
		"group": 9,
		"order": 4971
	},
	{
		"hexcode": "1F1E6-1F1F4",
		"group": 9,
		"order": 4972
	},
	{
		"hexcode": "1F1E6-1F1F6",
		"group": 9,
		"order": 4973
	},
	{
		"hexcode": "1F1E6-1F1F7",
		"group": 9,
		"order": 4974
	},
	{
		"hexcode": "1F1E6-1F1F8",
		"group": 9,
		"order": 4975
	},
	{
		"hexcode": "1F1E6-1F1F9",
		"group": 9,
		"order": 4976
	},
	{
		"hexcode": "1F1E6-1F1FA",
		"group": 9,
		"order": 4977
	},
	{
		"hexcode": "1F1E6-1F1FC",
		"group": 9,
		"order": 4978
	},
	{
		"hexcode": "1F1E6-1F1FD",
		"group": 9,
		"order": 4979
	},
	{
		"hexcode": "1F1E6-1F1FF",
		"group": 9,
		"order": 4980
	},
	{
		"hexcode": "1F1E7-1F1E6",
		"group": 9,
		"order": 4981
	},
	{
		"hexcode": "1F1E7-1F1E7",
		"group": 9,
		"order": 4982
	},
	{
		"hexcode": "1F1E7-1F1E9",
		"group": 9,
		"order": 4983
	},
	{
		"hexcode": "1F1E7-1F1EA",
		"group": 9,
		"order": 4984
	},
	{
		"hexcode": "1F1E7-1F1EB",
		"group": 9,
		"order": 4985
	},
	{
		"hexcode": "1F1E7-1F1EC",
		"group": 9,
		"order": 4986
	},
	{
		"hexcode": "1F1E7-1F1ED",
		"group": 9,
		"order": 4987
	},
	{
		"hexcode": "1F1E7-1F1EE",
		"group": 9,
		"order": 4988
	},
	{
		"hexcode": "1F1E7-1F1EF",
		"group": 9,
		"order": 4989
	},
	{
		"hexcode": "1F1E7-1F1F1",
		"group": 9,
		"order": 4990
	},
	{
		"hexcode": "1F1E7-1F1F2",
		"group": 9,
		"order": 4991
	},
	{
		"hexcode": "1F1E7-1F1F3",
		"group": 9,
		"order": 4992
	},
	{
		"hexcode": "1F1E7-1F1F4",
		"group": 9,
		"order": 4993
	},
	{
		"hexcode": "1F1E7-1F1F6",
		"group": 9,
		"order": 4994
	},
	{
		"hexcode": "1F1E7-1F1F7",
		"group": 9,
		"order": 4995
	},
	{
		"hexcode": "1F1E7-1F1F8",
		"group": 9,
		"order": 4996
	},
	{
		"hexcode": "1F1E7-1F1F9",
		"group": 9,
		"order": 4997
	},
	{
		"hexcode": "1F1E7-1F1FB",
		"group": 9,
		"order": 4998
	},
	{
		"hexcode": "1F1E7-1F1FC",
		"group": 9,
		"order": 4999
	},
	{
		"hexcode": "1F1E7-1F1FE",
		"group": 9,
		"order": 5e3
	},
	{
		"hexcode": "1F1E7-1F1FF",
		"group": 9,
		"order": 5001
	},
	{
		"hexcode": "1F1E8-1F1E6",
		"group": 9,
		"order": 5002
	},
	{
		"hexcode": "1F1E8-1F1E8",
		"group": 9,
		"order": 5003
	},
	{
		"hexcode": "1F1E8-1F1E9",
		"group": 9,
		"order": 5004
	},
	{
		"hexcode": "1F1E8-1F1EB",
		"group": 9,
		"order": 5005
	},
	{
		"hexcode": "1F1E8-1F1EC",
		"group": 9,
		"order": 5006
	},
	{
		"hexcode": "1F1E8-1F1ED",
		"group": 9,
		"order": 5007
	},
	{
		"hexcode": "1F1E8-1F1EE",
		"group": 9,
		"order": 5008
	},
	{
		"hexcode": "1F1E8-1F1F0",
		"group": 9,
		"order": 5009
	},
	{
		"hexcode": "1F1E8-1F1F1",
		"group": 9,
		"order": 5010
	},
	{
		"hexcode": "1F1E8-1F1F2",
		"group": 9,
		"order": 5011
	},
	{
		"hexcode": "1F1E8-1F1F3",
		"group": 9,
		"order": 5012
	},
	{
		"hexcode": "1F1E8-1F1F4",
		"group": 9,
		"order": 5013
	},
	{
		"hexcode": "1F1E8-1F1F5",
		"group": 9,
		"order": 5014
	},
	{
		"hexcode": "1F1E8-1F1F6",
		"group": 9,
		"order": 5015
	},
	{
		"hexcode": "1F1E8-1F1F7",
		"group": 9,
		"order": 5016
	},
	{
		"hexcode": "1F1E8-1F1FA",
		"group": 9,
		"order": 5017
	},
	{
		"hexcode": "1F1E8-1F1FB",
		"group": 9,
		"order": 5018
	},
	{
		"hexcode": "1F1E8-1F1FC",
		"group": 9,
		"order": 5019
	},
	{
		"hexcode": "1F1E8-1F1FD",
		"group": 9,
		"order": 5020
	},
	{
		"hexcode": "1F1E8-1F1FE",
		"group": 9,
		"order": 5021
	},
	{
		"hexcode": "1F1E8-1F1FF",
		"group": 9,
		"order": 5022
	},
	{
		"hexcode": "1F1E9-1F1EA",
		"group": 9,
		"order": 5023
	},
	{
		"hexcode": "1F1E9-1F1EC",
		"group": 9,
		"order": 5024
	},
	{
		"hexcode": "1F1E9-1F1EF",
		"group": 9,
		"order": 5025
	},
	{
		"hexcode": "1F1E9-1F1F0",
		"group": 9,
		"order": 5026
	},
	{
		"hexcode": "1F1E9-1F1F2",
		"group": 9,
		"order": 5027
	},
	{
		"hexcode": "1F1E9-1F1F4",
		"group": 9,
		"order": 5028
	},
	{
		"hexcode": "1F1E9-1F1FF",
		"group": 9,
		"order": 5029
	},
	{
		"hexcode": "1F1EA-1F1E6",
		"group": 9,
		"order": 5030
	},
	{
		"hexcode": "1F1EA-1F1E8",
		"group": 9,
		"order": 5031
	},
	{
		"hexcode": "1F1EA-1F1EA",
		"group": 9,
		"order": 5032
	},
	{
		"hexcode": "1F1EA-1F1EC",
		"group": 9,
		"order": 5033
	},
	{
		"hexcode": "1F1EA-1F1ED",
		"group": 9,
		"order": 5034
	},
	{
		"hexcode": "1F1EA-1F1F7",
		"group": 9,
		"order": 5035
	},
	{
		"hexcode": "1F1EA-1F1F8",
		"group": 9,
		"order": 5036
	},
	{
		"hexcode": "1F1EA-1F1F9",
		"group": 9,
		"order": 5037
	},
	{
		"hexcode": "1F1EA-1F1FA",
		"group": 9,
		"order": 5038
	},
	{
		"hexcode": "1F1EB-1F1EE",
		"group": 9,
		"order": 5039
	},
	{
		"hexcode": "1F1EB-1F1EF",
		"group": 9,
		"order": 5040
	},
	{
		"hexcode": "1F1EB-1F1F0",
		"group": 9,
		"order": 5041
	},
	{
		"hexcode": "1F1EB-1F1F2",
		"group": 9,
		"order": 5042
	},
	{
		"hexcode": "1F1EB-1F1F4",
		"group": 9,
		"order": 5043
	},
	{
		"hexcode": "1F1EB-1F1F7",
		"group": 9,
		"order": 5044
	},
	{
		"hexcode": "1F1EC-1F1E6",
		"group": 9,
		"order": 5045
	},
	{
		"hexcode": "1F1EC-1F1E7",
		"group": 9,
		"order": 5046
	},
	{
		"hexcode": "1F1EC-1F1E9",
		"group": 9,
		"order": 5047
	},
	{
		"hexcode": "1F1EC-1F1EA",
		"group": 9,
		"order": 5048
	},
	{
		"hexcode": "1F1EC-1F1EB",
		"group": 9,
		"order": 5049
	},
	{
		"hexcode": "1F1EC-1F1EC",
		"group": 9,
		"order": 5050
	},
	{
		"hexcode": "1F1EC-1F1ED",
		"group": 9,
		"order": 5051
	},
	{
		"hexcode": "1F1EC-1F1EE",
		"group": 9,
		"order": 5052
	},
	{
		"hexcode": "1F1EC-1F1F1",
		"group": 9,
		"order": 5053
	},
	{
		"hexcode": "1F1EC-1F1F2",
		"group": 9,
		"order": 5054
	},
	{
		"hexcode": "1F1EC-1F1F3",
		"group": 9,
		"order": 5055
	},
	{
		"hexcode": "1F1EC-1F1F5",
		"group": 9,
		"order": 5056
	},
	{
		"hexcode": "1F1EC-1F1F6",
		"group": 9,
		"order": 5057
	},
	{
		"hexcode": "1F1EC-1F1F7",
		"group": 9,
		"order": 5058
	},
	{
		"hexcode": "1F1EC-1F1F8",
		"group": 9,
		"order": 5059
	},
	{
		"hexcode": "1F1EC-1F1F9",
		"group": 9,
		"order": 5060
	},
	{
		"hexcode": "1F1EC-1F1FA",
		"group": 9,
		"order": 5061
	},
	{
		"hexcode": "1F1EC-1F1FC",
		"group": 9,
		"order": 5062
	},
	{
		"hexcode": "1F1EC-1F1FE",
		"group": 9,
		"order": 5063
	},
	{
		"hexcode": "1F1ED-1F1F0",
		"group": 9,
		"order": 5064
	},
	{
		"hexcode": "1F1ED-1F1F2",
		"group": 9,
		"order": 5065
	},
	{
		"hexcode": "1F1ED-1F1F3",
		"group": 9,
		"order": 5066
	},
	{
		"hexcode": "1F1ED-1F1F7",
		"group": 9,
		"order": 5067
	},
	{
		"hexcode": "1F1ED-1F1F9",
		"group": 9,
		"order": 5068
	},
	{
		"hexcode": "1F1ED-1F1FA",
		"group": 9,
		"order": 5069
	},
	{
		"hexcode": "1F1EE-1F1E8",
		"group": 9,
		"order": 5070
	},
	{
		"hexcode": "1F1EE-1F1E9",
		"group": 9,
		"order": 5071
	},
	{
		"hexcode": "1F1EE-1F1EA",
		"group": 9,
		"order": 5072
	},
	{
		"hexcode": "1F1EE-1F1F1",
		"group": 9,
		"order": 5073
	},
	{
		"hexcode": "1F1EE-1F1F2",
		"group": 9,
		"order": 5074
	},
	{
		"hexcode": "1F1EE-1F1F3",
		"group": 9,
		"order": 5075
	},
	{
		"hexcode": "1F1EE-1F1F4",
		"group": 9,
		"order": 5076
	},
	{
		"hexcode": "1F1EE-1F1F6",
		"group": 9,
		"order": 5077
	},
	{
		"hexcode": "1F1EE-1F1F7",
		"group": 9,
		"order": 5078
	},
	{
		"hexcode": "1F1EE-1F1F8",
		"group": 9,
		"order": 5079
	},
	{
		"hexcode": "1F1EE-1F1F9",
		"group": 9,
		"order": 5080
	},
	{
		"hexcode": "1F1EF-1F1EA",
		"group": 9,
		"order": 5081
	},
	{
		"hexcode": "1F1EF-1F1F2",
		"group": 9,
		"order": 5082
	},
	{
		"hexcode": "1F1EF-1F1F4",
		"group": 9,
		"order": 5083
	},
	{
		"hexcode": "1F1EF-1F1F5",
		"group": 9,
		"order": 5084
	},
	{
		"hexcode": "1F1F0-1F1EA",
		"group": 9,
		"order": 5085
	},
	{
		"hexcode": "1F1F0-1F1EC",
		"group": 9,
		"order": 5086
	},
	{
		"hexcode": "1F1F0-1F1ED",
		"group": 9,
		"order": 5087
	},
	{
		"hexcode": "1F1F0-1F1EE",
		"group": 9,
		"order": 5088
	},
	{
		"hexcode": "1F1F0-1F1F2",
		"group": 9,
		"order": 5089
	},
	{
		"hexcode": "1F1F0-1F1F3",
		"group": 9,
		"order": 5090
	},
	{
		"hexcode": "1F1F0-1F1F5",
		"group": 9,
		"order": 5091
	},
	{
		"hexcode": "1F1F0-1F1F7",
		"group": 9,
		"order": 5092
	},
	{
		"hexcode": "1F1F0-1F1FC",
		"group": 9,
		"order": 5093
	},
	{
		"hexcode": "1F1F0-1F1FE",
		"group": 9,
		"order": 5094
	},
	{
		"hexcode": "1F1F0-1F1FF",
		"group": 9,
		"order": 5095
	},
	{
		"hexcode": "1F1F1-1F1E6",
		"group": 9,
		"order": 5096
	},
	{
		"hexcode": "1F1F1-1F1E7",
		"group": 9,
		"order": 5097
	},
	{
		"hexcode": "1F1F1-1F1E8",
		"group": 9,
		"order": 5098
	},
	{
		"hexcode": "1F1F1-1F1EE",
		"group": 9,
		"order": 5099
	},
	{
		"hexcode": "1F1F1-1F1F0",
		"group": 9,
		"order": 5100
	},
	{
		"hexcode": "1F1F1-1F1F7",
		"group": 9,
		"order": 5101
	},
	{
		"hexcode": "1F1F1-1F1F8",
		"group": 9,
		"order": 5102
	},
	{
		"hexcode": "1F1F1-1F1F9",
		"group": 9,
		"order": 5103
	},
	{
		"hexcode": "1F1F1-1F1FA",
		"group": 9,
		"order": 5104
	},
	{
		"hexcode": "1F1F1-1F1FB",
		"group": 9,
		"order": 5105
	},
	{
		"hexcode": "1F1F1-1F1FE",
		"group": 9,
		"order": 5106
	},
	{
		"hexcode": "1F1F2-1F1E6",
		"group": 9,
		"order": 5107
	},
	{
		"hexcode": "1F1F2-1F1E8",
		"group": 9,
		"order": 5108
	},
	{
		"hexcode": "1F1F2-1F1E9",
		"group": 9,
		"order": 5109
	},
	{
		"hexcode": "1F1F2-1F1EA",
		"group": 9,
		"order": 5110
	},
	{
		"hexcode": "1F1F2-1F1EB",
		"group": 9,
		"order": 5111
	},
	{
		"hexcode": "1F1F2-1F1EC",
		"group": 9,
		"order": 5112
	},
	{
		"hexcode": "1F1F2-1F1ED",
		"group": 9,
		"order": 5113
	},
	{
		"hexcode": "1F1F2-1F1F0",
		"group": 9,
		"order": 5114
	},
	{
		"hexcode": "1F1F2-1F1F1",
		"group": 9,
		"order": 5115
	},
	{
		"hexcode": "1F1F2-1F1F2",
		"group": 9,
		"order": 5116
	},
	{
		"hexcode": "1F1F2-1F1F3",
		"group": 9,
		"order": 5117
	},
	{
		"hexcode": "1F1F2-1F1F4",
		"group": 9,
		"order": 5118
	},
	{
		"hexcode": "1F1F2-1F1F5",
		"group": 9,
		"order": 5119
	},
	{
		"hexcode": "1F1F2-1F1F6",
		"group": 9,
		"order": 5120
	},
	{
		"hexcode": "1F1F2-1F1F7",
		"group": 9,
		"order": 5121
	},
	{
		"hexcode": "1F1F2-1F1F8",
		"group": 9,
		"order": 5122
	},
	{
		"hexcode": "1F1F2-1F1F9",
		"group": 9,
		"order": 5123
	},
	{
		"hexcode": "1F1F2-1F1FA",
		"group": 9,
		"order": 5124
	},
	{
		"hexcode": "1F1F2-1F1FB",
		"group": 9,
		"order": 5125
	},
	{
		"hexcode": "1F1F2-1F1FC",
		"group": 9,
		"order": 5126
	},
	{
		"hexcode": "1F1F2-1F1FD",
		"group": 9,
		"order": 5127
	},
	{
		"hexcode": "1F1F2-1F1FE",
		"group": 9,
		"order": 5128
	},
	{
		"hexcode": "1F1F2-1F1FF",
		"group": 9,
		"order": 5129
	},
	{
		"hexcode": "1F1F3-1F1E6",
		"group": 9,
		"order": 5130
	},
	{
		"hexcode": "1F1F3-1F1E8",
		"group": 9,
		"order": 5131
	},
	{
		"hexcode": "1F1F3-1F1EA",
		"group": 9,
		"order": 5132
	},
	{
		"hexcode": "1F1F3-1F1EB",
		"group": 9,
		"order": 5133
	},
	{
		"hexcode": "1F1F3-1F1EC",
		"group": 9,
		"order": 5134
	},
	{
		"hexcode": "1F1F3-1F1EE",
		"group": 9,
		"order": 5135
	},
	{
		"hexcode": "1F1F3-1F1F1",
		"group": 9,
		"order": 5136
	},
	{
		"hexcode": "1F1F3-1F1F4",
		"group": 9,
		"order": 5137
	},
	{
		"hexcode": "1F1F3-1F1F5",
		"group": 9,
		"order": 5138
	},
	{
		"hexcode": "1F1F3-1F1F7",
		"group": 9,
		"order": 5139
	},
	{
		"hexcode": "1F1F3-1F1FA",
		"group": 9,
		"order": 5140
	},
	{
		"hexcode": "1F1F3-1F1FF",
		"group": 9,
		"order": 5141
	},
	{
		"hexcode": "1F1F4-1F1F2",
		"group": 9,
		"order": 5142
	},
	{
		"hexcode": "1F1F5-1F1E6",
		"group": 9,
		"order": 5143
	},
	{
		"hexcode": "1F1F5-1F1EA",
		"group": 9,
		"order": 5144
	},
	{
		"hexcode": "1F1F5-1F1EB",
		"group": 9,
		"order": 5145
	},
	{
		"hexcode": "1F1F5-1F1EC",
		"group": 9,
		"order": 5146
	},
	{
		"hexcode": "1F1F5-1F1ED",
		"group": 9,
		"order": 5147
	},
	{
		"hexcode": "1F1F5-1F1F0",
		"group": 9,
		"order": 5148
	},
	{
		"hexcode": "1F1F5-1F1F1",
		"group": 9,
		"order": 5149
	},
	{
		"hexcode": "1F1F5-1F1F2",
		"group": 9,
		"order": 5150
	},
	{
		"hexcode": "1F1F5-1F1F3",
		"group": 9,
		"order": 5151
	},
	{
		"hexcode": "1F1F5-1F1F7",
		"group": 9,
		"order": 5152
	},
	{
		"hexcode": "1F1F5-1F1F8",
		"group": 9,
		"order": 5153
	},
	{
		"hexcode": "1F1F5-1F1F9",
		"group": 9,
		"order": 5154
	},
	{
		"hexcode": "1F1F5-1F1FC",
		"group": 9,
		"order": 5155
	},
	{
		"hexcode": "1F1F5-1F1FE",
		"group": 9,
		"order": 5156
	},
	{
		"hexcode": "1F1F6-1F1E6",
		"group": 9,
		"order": 5157
	},
	{
		"hexcode": "1F1F7-1F1EA",
		"group": 9,
		"order": 5158
	},
	{
		"hexcode": "1F1F7-1F1F4",
		"group": 9,
		"order": 5159
	},
	{
		"hexcode": "1F1F7-1F1F8",
		"group": 9,
		"order": 5160
	},
	{
		"hexcode": "1F1F7-1F1FA",
		"group": 9,
		"order": 5161
	},
	{
		"hexcode": "1F1F7-1F1FC",
		"group": 9,
		"order": 5162
	},
	{
		"hexcode": "1F1F8-1F1E6",
		"group": 9,
		"order": 5163
	},
	{
		"hexcode": "1F1F8-1F1E7",
		"group": 9,
		"order": 5164
	},
	{
		"hexcode": "1F1F8-1F1E8",
		"group": 9,
		"order": 5165
	},
	{
		"hexcode": "1F1F8-1F1E9",
		"group": 9,
		"order": 5166
	},
	{
		"hexcode": "1F1F8-1F1EA",
		"group": 9,
		"order": 5167
	},
	{
		"hexcode": "1F1F8-1F1EC",
		"group": 9,
		"order": 5168
	},
	{
		"hexcode": "1F1F8-1F1ED",
		"group": 9,
		"order": 5169
	},
	{
		"hexcode": "1F1F8-1F1EE",
		"group": 9,
		"order": 5170
	},
	{
		"hexcode": "1F1F8-1F1EF",
		"group": 9,
		"order": 5171
	},
	{
		"hexcode": "1F1F8-1F1F0",
		"group": 9,
		"order": 5172
	},
	{
		"hexcode": "1F1F8-1F1F1",
		"group": 9,
		"order": 5173
	},
	{
		"hexcode": "1F1F8-1F1F2",
		"group": 9,
		"order": 5174
	},
	{
		"hexcode": "1F1F8-1F1F3",
		"group": 9,
		"order": 5175
	},
	{
		"hexcode": "1F1F8-1F1F4",
		"group": 9,
		"order": 5176
	},
	{
		"hexcode": "1F1F8-1F1F7",
		"group": 9,
		"order": 5177
	},
	{
		"hexcode": "1F1F8-1F1F8",
		"group": 9,
		"order": 5178
	},
	{
		"hexcode": "1F1F8-1F1F9",
		"group": 9,
		"order": 5179
	},
	{
		"hexcode": "1F1F8-1F1FB",
		"group": 9,
		"order": 5180
	},
	{
		"hexcode": "1F1F8-1F1FD",
		"group": 9,
		"order": 5181
	},
	{
		"hexcode": "1F1F8-1F1FE",
		"group": 9,
		"order": 5182
	},
	{
		"hexcode": "1F1F8-1F1FF",
		"group": 9,
		"order": 5183
	},
	{
		"hexcode": "1F1F9-1F1E6",
		"group": 9,
		"order": 5184
	},
	{
		"hexcode": "1F1F9-1F1E8",
		"group": 9,
		"order": 5185
	},
	{
		"hexcode": "1F1F9-1F1E9",
		"group": 9,
		"order": 5186
	},
	{
		"hexcode": "1F1F9-1F1EB",
		"group": 9,
		"order": 5187
	},
	{
		"hexcode": "1F1F9-1F1EC",
		"group": 9,
		"order": 5188
	},
	{
		"hexcode": "1F1F9-1F1ED",
		"group": 9,
		"order": 5189
	},
	{
		"hexcode": "1F1F9-1F1EF",
		"group": 9,
		"order": 5190
	},
	{
		"hexcode": "1F1F9-1F1F0",
		"group": 9,
		"order": 5191
	},
	{
		"hexcode": "1F1F9-1F1F1",
		"group": 9,
		"order": 5192
	},
	{
		"hexcode": "1F1F9-1F1F2",
		"group": 9,
		"order": 5193
	},
	{
		"hexcode": "1F1F9-1F1F3",
		"group": 9,
		"order": 5194
	},
	{
		"hexcode": "1F1F9-1F1F4",
		"group": 9,
		"order": 5195
	},
	{
		"hexcode": "1F1F9-1F1F7",
		"group": 9,
		"order": 5196
	},
	{
		"hexcode": "1F1F9-1F1F9",
		"group": 9,
		"order": 5197
	},
	{
		"hexcode": "1F1F9-1F1FB",
		"group": 9,
		"order": 5198
	},
	{
		"hexcode": "1F1F9-1F1FC",
		"group": 9,
		"order": 5199
	},
	{
		"hexcode": "1F1F9-1F1FF",
		"group": 9,
		"order": 5200
	},
	{
		"hexcode": "1F1FA-1F1E6",
		"group": 9,
		"order": 5201
	},
	{
		"hexcode": "1F1FA-1F1EC",
		"group": 9,
		"order": 5202
	},
	{
		"hexcode": "1F1FA-1F1F2",
		"group": 9,
		"order": 5203
	},
	{
		"hexcode": "1F1FA-1F1F3",
		"group": 9,
		"order": 5204
	},
	{
		"hexcode": "1F1FA-1F1F8",
		"group": 9,
		"order": 5205
	},
	{
		"hexcode": "1F1FA-1F1FE",
		"group": 9,
		"order": 5206
	},
	{
		"hexcode": "1F1FA-1F1FF",
		"group": 9,
		"order": 5207
	},
	{
		"hexcode": "1F1FB-1F1E6",
		"group": 9,
		"order": 5208
	},
	{
		"hexcode": "1F1FB-1F1E8",
		"group": 9,
		"order": 5209
	},
	{
		"hexcode": "1F1FB-1F1EA",
		"group": 9,
		"order": 5210
	},
	{
		"hexcode": "1F1FB-1F1EC",
		"group": 9,
		"order": 5211
	},
	{
		"hexcode": "1F1FB-1F1EE",
		"group": 9,
		"order": 5212
	},
	{
		"hexcode": "1F1FB-1F1F3",
		"group": 9,
		"order": 5213
	},
	{
		"hexcode": "1F1FB-1F1FA",
		"group": 9,
		"order": 5214
	},
	{
		"hexcode": "1F1FC-1F1EB",
		"group": 9,
		"order": 5215
	},
	{
		"hexcode": "1F1FC-1F1F8",
		"group": 9,
		"order": 5216
	},
	{
		"hexcode": "1F1FD-1F1F0",
		"group": 9,
		"order": 5217
	},
	{
		"hexcode": "1F1FE-1F1EA",
		"group": 9,
		"order": 5218
	},
	{
		"hexcode": "1F1FE-1F1F9",
		"group": 9,
		"order": 5219
	},
	{
		"hexcode": "1F1FF-1F1E6",
		"group": 9,
		"order": 5220
	},
	{
		"hexcode": "1F1FF-1F1F2",
		"group": 9,
		"order": 5221
	},
	{
		"hexcode": "1F1FF-1F1FC",
		"group": 9,
		"order": 5222
	},
	{
		"hexcode": "1F3F4-E0067-E0062-E0065-E006E-E0067-E007F",
		"group": 9,
		"order": 5223
	},
	{
		"hexcode": "1F3F4-E0067-E0062-E0073-E0063-E0074-E007F",
		"group": 9,
		"order": 5224
	},
	{
		"hexcode": "1F3F4-E0067-E0062-E0077-E006C-E0073-E007F",
		"group": 9,
		"order": 5225
	}
];
export { compact_default as default };
