"""Part numbers that every market knows, with makers of each, from public catalogues (facts)."""

POPULAR = {
    "LM317T": "STMicroelectronics|onsemi|Texas Instruments|National Semiconductor",
    "LM317DCYR": "Texas Instruments", "LM317MDT-TR": "STMicroelectronics",
    "STM32F103C8T6": "STMicroelectronics", "STM32F103RCT6": "STMicroelectronics",
    "STM32F407VGT6": "STMicroelectronics", "STM32F030F4P6": "STMicroelectronics",
    "GD32F103C8T6": "GigaDevice", "1N4148WS": "onsemi|Vishay|Fairchild|Hottech|LGE|PANJIT|"
    "MDD (Microdiode)|Yangjie Technology|LRC (Leshan Radio)|Changjiang Electronics (CJ)",
    "NE555P": "Texas Instruments", "NE555D": "Texas Instruments", "NE555DR": "Texas Instruments",
    "NE555N": "STMicroelectronics", "BAV99": "onsemi|Nexperia|Hottech|PANJIT|LGE|Yangjie Technology"
    "|Changjiang Electronics (CJ)|MDD (Microdiode)", "BAV99,215": "Nexperia|NXP Semiconductors",
    "BAV99LT1G": "onsemi", "BAV99-7-F": "Diodes Incorporated", "SMAJ6.0A": "Littelfuse|Bourns|"
    "Brightking|MDD (Microdiode)|Yangjie Technology", "SMAJ60A": "Littelfuse|Bourns|Brightking|"
    "MDD (Microdiode)", "SMAJ6.0CA": "Littelfuse|Brightking", "SMAJ60CA": "Littelfuse",
    "SMBJ33CA": "Littelfuse|Bourns|Brightking|LGE", "MMBT3904LT1G": "onsemi",
    "MMBT3904": "Changjiang Electronics (CJ)|Diodes Incorporated|Nexperia|LRC (Leshan Radio)",
    "LM358DR": "Texas Instruments", "LM358D": "Texas Instruments", "LM358DT": "STMicroelectronics",
    "LM358P": "Texas Instruments", "LM393DR": "Texas Instruments", "TL431AIDBZR":
    "Texas Instruments", "ULN2003ADR": "Texas Instruments", "ULN2003D1013TR": "STMicroelectronics",
    "L7805CV": "STMicroelectronics", "L7805CD2T-TR": "STMicroelectronics", "LD1117S33TR":
    "STMicroelectronics", "AMS1117-3.3": "Advanced Monolithic Systems|UMW (Youtai)|Slkor",
    "MAX232CSE+T": "Maxim Integrated", "MAX232CSE+": "Maxim Integrated", "MAX232DR": "Texas Instruments",
    "MAX3232CUE+T": "Maxim Integrated", "MAX811LEUS-T": "Maxim Integrated", "MAX811LEUS+T":
    "Maxim Integrated", "DS18B20+": "Maxim Integrated|Dallas Semiconductor", "DS18B20Z+T&R":
    "Maxim Integrated", "DS1307Z+": "Maxim Integrated", "AD620ARZ": "Analog Devices",
    "AD620ARZ-REEL7": "Analog Devices", "AD8605ARTZ-REEL7": "Analog Devices", "LT1763CS8-3.3#PBF":
    "Linear Technology|Analog Devices", "LT1763CS8-3.3#TRPBF": "Linear Technology|Analog Devices",
    "LT3045IDD#TRPBF": "Analog Devices", "ATMEGA328P-AU": "Atmel|Microchip Technology",
    "ATMEGA328P-AUR": "Microchip Technology", "ATMEGA328P-PU": "Microchip Technology",
    "ATTINY85-20SU": "Microchip Technology", "PIC16F877A-I/P": "Microchip Technology",
    "24LC256-I/SN": "Microchip Technology", "24LC256T-I/SN": "Microchip Technology",
    "MCP2515-I/SO": "Microchip Technology", "MCP73831T-2ACI/OT": "Microchip Technology",
    "W25Q128JVSIQ": "Winbond", "W25Q64JVSSIQ": "Winbond", "GD25Q32CSIG": "GigaDevice",
    "CH340G": "WCH", "CH340C": "WCH", "FT232RL-REEL": "FTDI", "FT232RL": "FTDI",
    "CP2102-GMR": "Silicon Labs", "ESP32-WROOM-32": "Espressif", "ESP-WROOM-02": "Espressif",
    "ESP8266EX": "Espressif", "NRF52832-QFAA-R7": "Nordic Semiconductor", "NRF24L01P-R":
    "Nordic Semiconductor", "IRF540NPBF": "Infineon Technologies|International Rectifier",
    "IRF540NSTRLPBF": "Infineon Technologies|International Rectifier", "IRLML6344TRPBF":
    "Infineon Technologies|International Rectifier", "AO3400A": "Alpha & Omega Semiconductor",
    "AO3401A": "Alpha & Omega Semiconductor", "SI2302CDS-T1-GE3": "Vishay", "2N7002":
    "onsemi|Nexperia|Changjiang Electronics (CJ)|Diodes Incorporated|Yangjie Technology",
    "2N7002,215": "Nexperia|NXP Semiconductors", "2N7002-7-F": "Diodes Incorporated",
    "2N3904": "onsemi|Fairchild", "2N3904BU": "onsemi|Fairchild", "BC847B,215":
    "Nexperia|NXP Semiconductors", "BC847BLT1G": "onsemi", "SS14": "MDD (Microdiode)|Yangjie "
    "Technology|onsemi|Vishay|LGE", "SS34": "MDD (Microdiode)|Yangjie Technology|Vishay|LGE",
    "1N4007": "MDD (Microdiode)|Yangjie Technology|Diodes Incorporated|Vishay|onsemi",
    "1N5819": "Changjiang Electronics (CJ)|Vishay|STMicroelectronics", "74HC595D,118":
    "Nexperia|NXP Semiconductors", "74HC32D,653": "Nexperia|NXP Semiconductors",
    "SN74HC595DR": "Texas Instruments", "SN74LVC1G08DBVR": "Texas Instruments",
    "SN65HVD230DR": "Texas Instruments", "TJA1050T/CM,118": "NXP Semiconductors", "TJA1050T,118":
    "NXP Semiconductors", "PCF8563T/5,518": "NXP Semiconductors", "LPC1768FBD100,551":
    "NXP Semiconductors", "TPS5430DDAR": "Texas Instruments", "TPS54331DR": "Texas Instruments",
    "LM2596S-5.0/NOPB": "Texas Instruments|National Semiconductor", "LM2596SX-5.0/NOPB":
    "Texas Instruments|National Semiconductor", "LM2596S-ADJ/NOPB": "Texas Instruments",
    "MP1584EN-LF-Z": "Monolithic Power Systems", "MP2307DN-LF-Z": "Monolithic Power Systems",
    "XL6009E1": "XLSEMI", "MC34063ADR": "Texas Instruments", "MC33063ADR2G": "onsemi",
    "RC0603FR-0710KL": "YAGEO", "RC0402FR-0710KL": "YAGEO", "0603WAF1002T5E": "UNI-ROYAL",
    "GRM188R71C104KA01D": "Murata", "CL10B104KB8NNNC": "Samsung Electro-Mechanics",
    "CC0603KRX7R9BB104": "YAGEO", "BLM18PG121SN1D": "Murata", "PC817C": "Sharp|Lite-On",
    "EL817": "Everlight", "PRTR5V0U2X,215": "Nexperia", "USBLC6-2SC6": "STMicroelectronics",
    "B2B-XH-A(LF)(SN)": "JST", "S2B-PH-K-S(LF)(SN)": "JST", "TMC5160-TA": "Trinamic",
    "MPU-6050": "TDK|InvenSense", "ADE-1+": "Mini-Circuits", "XC7A35T-1CSG324C": "Xilinx",
    "EP4CE6E22C8N": "Altera|Intel", "XC6SLX9-2TQG144C": "Xilinx", "CY7C68013A-56PVXC": "Cypress",
}
