# What `cmake --install` puts where: headers, libraries, the CMake package, tepei.pc. A wheel holds the same under its
# package (CMAKE_INSTALL_LIBDIR is then tepei/lib; see pyproject.toml).
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tepei)
set(name_link NAMELINK_COMPONENT tepei_development)
if(TEPEI_INSTALL_IN_WHEEL)
  set(name_link NAMELINK_SKIP)
endif()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT tepei_development)
foreach(kind static shared)
  if(TARGET tepei_${kind})
    install(
      TARGETS tepei_${kind}
      EXPORT tepei_${kind}
      RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tepei_runtime
      LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT tepei_runtime ${name_link}
      ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT tepei_development)
    install(EXPORT tepei_${kind} NAMESPACE tepei:: FILE tepei-${kind}-targets.cmake DESTINATION ${package_dir}
            COMPONENT tepei_development)
  endif()
endforeach()
configure_package_config_file(tepei-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/tepei-config.cmake
                              INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/tepei-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tepei-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/tepei-config-version.cmake
        DESTINATION ${package_dir} COMPONENT tepei_development)

# tepei.pc finds its prefix from where it lies, so that an installed tree may be moved. Folders given as absolute paths
# stay as they are.
set(pc_requires "")
set(pc_requires_private "")
set(pc_libs "-L\${libdir} -ltepei")
set(pc_libs_private "")
if(TARGET tepei_static)
  set(pc_requires_private "libcrypto libutf8proc")
  set(pc_libs_private "-pthread")
  if(NOT TARGET tepei_shared) # then whoever links tepei links these too, with and without --static
    set(pc_requires "${pc_requires_private}")
    set(pc_requires_private "")
    string(APPEND pc_libs " -pthread")
    set(pc_libs_private "")
  endif()
endif()
if(TEPEI_INSTALL_IN_WHEEL)
  set(pc_libs "-L\${libdir} -Wl,-rpath,\${libdir} -ltepei") # no loader looks for libraries in a wheel
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
  set(pc_libdir "${CMAKE_INSTALL_LIBDIR}")
else()
  file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  string(REGEX REPLACE "/$" "" up "${up}")
  set(pc_prefix "\${pcfiledir}/${up}")
  set(pc_libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(pc_includedir "${CMAKE_INSTALL_INCLUDEDIR}")
else()
  set(pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file(tepei.pc.in ${CMAKE_CURRENT_BINARY_DIR}/tepei.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tepei.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
        COMPONENT tepei_development)

if(TEPEI_INSTALL_IN_WHEEL)
  # In place of the link libtepei.so, for -ltepei: every ELF linker reads it as what to link.
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/wheel/libtepei.so CONTENT "INPUT(libtepei.so.${soversion})\n")
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/wheel/libtepei.so DESTINATION ${CMAKE_INSTALL_LIBDIR}
          COMPONENT tepei_development)
else() # pyproject.toml puts the licence where a wheel has it
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tepei_development)
endif()
